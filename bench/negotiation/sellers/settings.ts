/** What a seller may be tuned by: names and numbers. */
export type Settings = Readonly<Record<string, number>>

/** A setting of some settings; missing ones are a fault of the tuning file. */
export function setting(settings: Settings, name: string): number {
  const value = settings[name]
  if (value === undefined) throw new Error(`the setting ${name} is missing`)
  return value
}
