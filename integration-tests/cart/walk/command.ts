import fc from "fast-check"
import { compare } from "./compare"
import type { Actor, Cart, Line, Model } from "./model"
import type { World } from "./world"

/** One kind of step of the walk: what it needs, and what it does to the store and to the model. */
export interface Step<Args> {
  readonly name: string
  readonly args: fc.Arbitrary<Args>
  /** Whether there is anything to do it to; a step that can't be done is left out of the sequence. */
  can(model: Readonly<Model>, args: Args): boolean
  /** Does it to both. A promise broken on the way throws. */
  run(model: Model, real: World, args: Args): Promise<void>
}

/** A step as fast-check walks it. */
export type WalkCommand = fc.AsyncCommand<Model, World>

/** How often each step was taken, over all sequences, and how long it took: a walk that never gets anywhere proves nothing. */
export const taken = new Map<string, { times: number; milliseconds: number }>()

/** Counts something worth knowing about the walk. */
export function count(what: string, milliseconds = 0): void {
  const so_far = taken.get(what) ?? { times: 0, milliseconds: 0 }
  taken.set(what, { times: so_far.times + 1, milliseconds: so_far.milliseconds + milliseconds })
}

/** Makes a step a command: after it, every cart is what the model says. */
export function command<Args>(step: Step<Args>): fc.Arbitrary<WalkCommand> {
  return step.args.map((args) => ({
    check: (model) => step.can(model, args),
    run: async (model, real) => {
      const began = performance.now()
      await step.run(model, real, args)
      count(step.name, performance.now() - began)
      const compared = performance.now()
      await compare(model, real)
      count("… compared", performance.now() - compared)
    },
    toString: () => `${step.name}(${JSON.stringify(args)})`,
  }))
}

/** Steps, each with how often it is tried beside the others. */
export type Weighted = readonly (readonly [number, fc.Arbitrary<WalkCommand>])[]

/** A number that picks one of several, however many there are. */
export const pick = fc.nat({ max: 11 })

/** The one a number picks; undefined of none. */
export function picked<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)]
}

/** The one a number picks. @throws where there is none: the step should not have been taken. */
export function one<T>(list: readonly T[], number: number): T {
  const found = picked(list, number)
  if (found === undefined) throw new Error("Nothing to pick from")
  return found
}

/** Carts that have not been ordered. */
export const openCarts = (model: Readonly<Model>): Cart[] => model.carts.filter((cart) => cart.order === null)

/** Who shops with a cart: its customer, or a guest. */
export function keeper(cart: Cart): Actor {
  return cart.owner === null || cart.owner === "stranger" ? "guest" : cart.owner
}

/** Every line of every open cart, with its cart. */
export function openLines(model: Readonly<Model>): { cart: Cart; line: Line }[] {
  return openCarts(model).flatMap((cart) => cart.lines.map((line) => ({ cart, line })))
}
