import type { CaseStamp } from "../../../../modules/negotiation/queries"
import { CaseFeed } from "../case-feed"

const stamp = (id: string): CaseStamp => ({ id, status: "in_review", stamp: "1.0.1" })

describe("the looks after followed cases", () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  it("are one a second, also where everybody left and somebody came during one of them", async () => {
    const answers: ((stamps: CaseStamp[]) => void)[] = []
    const feed = new CaseFeed(() => new Promise((resolve) => void answers.push(resolve)), () => undefined)
    const leave = feed.follow("cus_1", "neg_1", () => undefined)
    await jest.advanceTimersByTimeAsync(1_000)
    expect(answers).toHaveLength(1)

    leave?.()
    const heard: (CaseStamp | null)[] = []
    feed.follow("cus_2", "neg_2", (one) => void heard.push(one))
    answers[0]?.([stamp("neg_1")])
    for (let second = 1; second <= 3; second += 1) {
      await jest.advanceTimersByTimeAsync(1_000)
      expect(answers).toHaveLength(1 + second)
      answers.at(-1)?.([stamp("neg_2")])
    }
    await jest.advanceTimersByTimeAsync(0)
    expect(heard).toEqual([stamp("neg_2"), stamp("neg_2"), stamp("neg_2")])
  })

  it("end with the last follower, and begin again with the next", async () => {
    let looks = 0
    const feed = new CaseFeed(async (ids) => ((looks += 1), ids.map(stamp)), () => undefined)
    feed.follow("cus_1", "neg_1", () => undefined)?.()
    await jest.advanceTimersByTimeAsync(3_000)
    expect(looks).toBe(0)
    feed.follow("cus_1", "neg_1", () => undefined)
    await jest.advanceTimersByTimeAsync(3_000)
    expect(looks).toBe(3)
  })
})
