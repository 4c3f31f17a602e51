import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

const A_WHILE = 5 * 60_000
const MOST = 100

/** Deliveries of the store, to choose one. A user who may not read them gets none. */
export function useShippingOptions(): { id: string; name: string }[] {
  const { data } = useQuery({
    queryKey: queryKeys.shippingOptions([]),
    queryFn: async () => (await sdk.admin.shippingOption.list({ fields: "id,name,service_zone.name", limit: MOST })).shipping_options,
    staleTime: A_WHILE,
    retry: false,
  })
  return (data ?? []).map(({ id, name, service_zone }) => ({ id, name: service_zone?.name ? `${name} (${service_zone.name})` : name }))
}
