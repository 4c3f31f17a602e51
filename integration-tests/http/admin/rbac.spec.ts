import { storeTest } from "../../setup/store-test"

storeTest(
  ({ as }) => {
    it("asks a role for permission where the store has roles", async () => {
      const reads = ["negotiations", "negotiation-policies", "negotiation-costs", "negotiation-companies", "negotiation-agreements", "negotiation-metrics"]
      for (const path of reads) expect([path, (await as.admin().get(`/admin/${path}`)).status]).toEqual([path, 403])
      for (const path of ["negotiations/neg_1", "negotiation-policies/npol_1", "negotiation-companies/ncom_1"]) {
        expect([path, (await as.admin().get(`/admin/${path}`)).status]).toEqual([path, 403])
      }
      const writes = [
        "negotiations/neg_1/approve", "negotiations/neg_1/counter", "negotiations/neg_1/decline", "negotiations/neg_1/assign", "negotiations/neg_1/notes",
        "negotiations/neg_1/messages", "negotiations/neg_1/files",
        "negotiation-policies", "negotiation-policies/npol_1/versions", "negotiation-policies/npol_1/activate", "negotiation-policies/npol_1/archive",
        "negotiation-costs", "negotiation-companies", "negotiation-companies/ncom_1/start-afresh", "negotiation-agreements/nagr_1/revoke",
      ]
      for (const path of writes) expect([path, (await as.admin().post(`/admin/${path}`, {})).status]).toEqual([path, 403])
    })
  },
  { env: { MEDUSA_FF_RBAC: "true" } }
)
