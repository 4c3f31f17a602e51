import type { MedusaContainer } from "@medusajs/framework/types"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"

interface Http {
  post(path: string, body: unknown, config?: object): Promise<{ data: { token: string } }>
}

/** A merchant's user, logged in. */
export interface AdminSession {
  readonly user_id: string
  readonly config: { readonly headers: Record<string, string>; readonly validateStatus: () => boolean }
}

const PASSWORD = "correct horse battery staple"

/** Registers a user the way the dashboard's invitation does and logs in. Answers of any status are returned, not thrown. */
export async function adminSession(api: Http, container: MedusaContainer, email = "rep@shop.test"): Promise<AdminSession> {
  const credentials = { email, password: PASSWORD }
  const { data } = await api.post("/auth/user/emailpass/register", credentials)
  const payload = JSON.parse(Buffer.from(data.token.split(".")[1] ?? "", "base64url").toString()) as { auth_identity_id: string }
  const { result: user } = await createUserAccountWorkflow(container).run({
    input: { authIdentityId: payload.auth_identity_id, userData: { email } },
  })
  const login = await api.post("/auth/user/emailpass", credentials)
  return { user_id: user.id, config: { headers: { authorization: `Bearer ${login.data.token}` }, validateStatus: () => true } }
}
