import { wait } from "../../client/wait"

/**
 * Has the browser write the first number of the page. For that it reads what it knows of all languages, forty milliseconds and more on a slow
 * phone; as two tasks of their own, while the words are on their way, drawing does not wait for it.
 */
export async function firstNumber(): Promise<void> {
  await wait(0)
  new Intl.Locale("en").maximize()
  await wait(0)
  new Intl.NumberFormat("en").format(0)
  await wait(0)
}
