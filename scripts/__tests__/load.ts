import path from "node:path"
import { pathToFileURL } from "node:url"

/** Loads one of the scripts' modules: they are plain ES modules, so that they run before anything is installed. */
export function load(name: string) {
  return import(pathToFileURL(path.join(__dirname, "..", name)).href)
}
