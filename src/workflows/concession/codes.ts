import { randomBytes } from "node:crypto"

/** How every promotion code of the plugin begins: what tells its promotions from the merchant's. */
export const CODE_PREFIX = "AGREED-"

const CODE_BYTES = 20

/** A code nobody can guess. Entering it by hand does nothing even for those who have seen it: see the guards. */
export function newCode(): string {
  return `${CODE_PREFIX}${randomBytes(CODE_BYTES).toString("hex").toUpperCase()}`
}

/** Whether a promotion code is one of the plugin's. */
export function isOwnCode(code: string | null | undefined): code is string {
  return code?.startsWith(CODE_PREFIX) ?? false
}
