/**
 * The HTTP contract of the plugin: every body, answer, error, status, reason code, event and policy.
 * Routes, admin and storefront client all read this one source; docs/guides/http-api.md tells what it means.
 */
export * from "./amounts"
export * from "./concessions"
export * from "./statuses"
export * from "./reason-codes"
export * from "./errors"
export * from "./events"
export * from "./policy-rules"
export * from "./policy"
export * from "./attachments"
export * from "./behaviour"
export * from "./policy-simulation"
export * from "./store-requests"
export * from "./store-answers"
export * from "./admin-requests"
export * from "./admin-answers"
export * from "./admin-settings"
export * from "./admin-agreements"
