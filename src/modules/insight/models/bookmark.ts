import { model } from "@medusajs/framework/utils"

/** How far a long reading of the store's data came: it goes on from here after a crash, and the next one knows its window. */
export const Bookmark = model
  .define(
    { name: "NegotiationBookmark", tableName: "negotiation_bookmark" },
    {
      id: model.id({ prefix: "nbmk" }).primaryKey(),
      /** What is read, for example `purchases:all`. One row a name. */
      name: model.text(),
      /** Where to go on; its shape belongs to the reader. */
      position: model.json(),
      started_at: model.dateTime(),
      /** Null while the reading goes on, or was interrupted. */
      completed_at: model.dateTime().nullable(),
    }
  )
  .indexes([{ on: ["name"], unique: true }])
