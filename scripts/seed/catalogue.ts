/** One article of the demo store. Prices and costs net, per piece, US dollars. */
export interface Article {
  readonly sku: string
  readonly title: string
  readonly description: string
  readonly category: string
  readonly list: number
  /** Null: nobody entered a cost yet, so that a person decides every ask. */
  readonly cost: number | null
  readonly stock: number
  /**
   * `open`: every buyer may negotiate it from its list price. `tiered`: volume buyers have price steps of their own.
   * `story`: the article of the story. `other`: dear, thin or without a cost.
   */
  readonly kind: "open" | "tiered" | "story" | "other"
}

type Row = readonly [sku: string, title: string, description: string, list: number, cost: number | null, stock: number, kind: Article["kind"]]

const CATEGORIES: Readonly<Record<string, readonly Row[]>> = {
  Hydraulics: [
    ["HC-40-200", "Hydraulic cylinder HC 40/200", "Double-acting, bore 40 mm, stroke 200 mm, 210 bar, pinned eyes.", 120, 80, 80_000, "story"],
    ["HP-11", "Gear pump HP 11 cc", "Group 2 gear pump, 11 cc, clockwise, SAE A flange.", 189, 128, 3_200, "other"],
    ["HV-43-24", "Directional valve HV 4/3, 24 V", "NG6 spool valve, closed centre, plug included.", 74.5, 46.9, 8_400, "open"],
    ["HV-43-24A", "Directional valve HV 4/3, 24 V, aluminium", "NG6 spool valve with an aluminium body, closed centre, plug included, 160 bar.", 66, 35, 9_000, "open"],
    ["HF-10-25", "Return filter HF 10 µm, 25 l/min", "Tank-top filter with bypass, glass-fibre element.", 38.4, 22.3, 12_000, "open"],
    ["HH-2SN-12", "Hydraulic hose 2SN DN12, 1 m", "Two-wire hose, 275 bar, crimped 3/8 BSP fittings.", 17.9, 10.2, 26_000, "open"],
    ["HQ-FF-12", "Flat-face coupling DN12, pair", "Dry-break quick couplings, ISO 16028.", 31.2, 17.8, 9_500, "open"],
    ["HM-100", "Pressure gauge 0–250 bar, 63 mm", "Glycerine-filled, stainless case, rear entry.", 14.6, 8.1, 15_000, "open"],
  ],
  Bearings: [
    ["B-6205", "Deep groove ball bearing 6205-2RS", "25 × 52 × 15 mm, sealed both sides.", 6.8, 3.7, 64_000, "tiered"],
    ["B-6308", "Deep groove ball bearing 6308-2RS", "40 × 90 × 23 mm, sealed both sides.", 19.4, 11.3, 22_000, "tiered"],
    ["B-32008", "Tapered roller bearing 32008", "40 × 68 × 19 mm, single row.", 16.9, 9.8, 14_000, "open"],
    ["B-UCP208", "Pillow block UCP 208", "Cast housing with insert bearing, 40 mm shaft.", 27.5, 16.1, 11_000, "open"],
    ["B-NU210", "Cylindrical roller bearing NU 210", "50 × 90 × 20 mm, brass cage.", 41.6, 25.7, 7_000, "open"],
    ["B-51110", "Thrust ball bearing 51110", "50 × 70 × 14 mm, single direction.", 15.2, 8.6, 9_000, "open"],
    ["B-HK2520", "Needle bearing HK 2520", "25 × 32 × 20 mm, drawn cup.", 5.4, 2.9, 30_000, "open"],
  ],
  "Drives and motors": [
    ["M-IE3-075", "Three-phase motor IE3 0.75 kW", "4 poles, B3, 230/400 V, frame 80.", 168, 118, 2_400, "other"],
    ["M-IE3-400", "Three-phase motor IE3 4.0 kW", "4 poles, B3, 400/690 V, frame 112.", 412, 309, 900, "other"],
    ["G-WG63-20", "Worm gearbox WG 63, i = 20", "Cast-iron housing, 25 mm hollow shaft.", 142, null, 1_600, "other"],
    ["D-VFD-15", "Frequency inverter 1.5 kW", "Single-phase 230 V input, vector control.", 156, 112, 2_100, "other"],
    ["D-XPA-1250", "Narrow V-belt XPA 1250", "Raw-edge cogged, 13 mm, matched sets.", 9.2, 4.9, 34_000, "tiered"],
    ["D-TB-5M-600", "Timing belt HTD 5M-600-15", "Neoprene with glass cord, 120 teeth.", 11.8, 6.3, 18_000, "open"],
    ["D-JC-28", "Jaw coupling 28, bored 24/28", "Aluminium hubs, 98 Shore spider.", 34.9, 20.4, 7_600, "open"],
    ["D-RC-10B", "Roller chain 10B-1, 5 m", "DIN ISO 606, pre-stretched, with connecting link.", 26.3, 15.2, 13_000, "open"],
  ],
  Fasteners: [
    ["F-M8-40", "Hex bolt M8 × 40, 8.8 zinc, box of 200", "DIN 933, full thread.", 24.8, 13.9, 20_000, "tiered"],
    ["F-M12-80", "Hex bolt M12 × 80, 10.9, box of 50", "DIN 931, plain.", 33.6, 19.6, 12_000, "tiered"],
    ["F-M10-N", "Lock nut M10, class 8, box of 500", "DIN 985 with polyamide ring.", 29.9, 16.8, 16_000, "open"],
    ["F-A2-W8", "Washer 8.4 mm A2, box of 1,000", "DIN 125 A, stainless.", 21.5, 11.4, 18_000, "open"],
    ["F-RIV-48", "Blind rivet 4.8 × 16, box of 500", "Aluminium body, steel mandrel, ISO 15977.", 18.7, 9.9, 21_000, "open"],
    ["F-ANC-12", "Wedge anchor M12 × 110, box of 25", "Zinc, option 1 cracked concrete.", 44.2, 27.1, 8_200, "open"],
  ],
  Pneumatics: [
    ["P-DSN-32", "Pneumatic cylinder ISO 15552, 32/100", "Double-acting, adjustable cushioning, magnet.", 58.9, 36.2, 7_800, "open"],
    ["P-V52-18", "Solenoid valve 5/2, G1/8, 24 V", "Internal pilot, 800 Nl/min, connector included.", 42.7, 25.4, 9_900, "open"],
    ["P-FRL-14", "Filter regulator G1/4, 5 µm", "With gauge and bracket, semi-automatic drain.", 36.8, 21.9, 8_800, "open"],
    ["P-PU-8", "Polyurethane tube 8 × 5, 100 m", "Blue, 10 bar at 20 °C.", 79, 48.2, 6_400, "open"],
    ["P-QS-8", "Push-in fitting G1/4 – 8 mm, bag of 50", "Nickel-plated brass.", 47.3, 28.8, 9_100, "open"],
    ["P-SIL-14", "Silencer G1/4, bag of 25", "Sintered bronze.", 22.4, 12.1, 10_500, "open"],
  ],
  "Safety gear": [
    ["S-GL-C5", "Cut-resistant gloves level C, 12 pairs", "EN 388 4X42C, nitrile palm, size 9.", 39.6, 23.8, 12_500, "tiered"],
    ["S-HELM", "Safety helmet, vented", "EN 397, six-point harness, white.", 18.2, 10.7, 14_000, "open"],
    ["S-GOG", "Safety goggles, anti-fog", "EN 166, indirect ventilation.", 8.9, 4.6, 25_000, "open"],
    ["S-HV-L", "High-visibility jacket, class 3, L", "EN ISO 20471, waterproof.", 52.4, 32.9, 6_900, "open"],
    ["S-BOOT-43", "Safety boots S3, size 43", "Composite cap, metal-free midsole.", 71.5, 46.4, 5_600, "open"],
    ["S-FFP2", "Respirators FFP2 with valve, box of 20", "EN 149, folded.", 26.9, 15.9, 17_000, "open"],
    ["S-FALL-2", "Fall arrest harness, two-point", "EN 361, quick-release buckles.", 98, 74.9, 2_800, "other"],
  ],
}

/** What an article is made of, where it matters for choosing another one. */
export const MATERIALS: Readonly<Record<string, string>> = { "HV-43-24": "Cast iron", "HV-43-24A": "Aluminium" }

/** Articles that may be offered in place of another one: the asked article's number, and theirs. */
export const SUBSTITUTES: Readonly<Record<string, readonly string[]>> = { "HV-43-24": ["HV-43-24A"] }

/** Names of the categories, in the order of the catalogue. */
export const CATEGORY_NAMES: readonly string[] = Object.keys(CATEGORIES)

/** Every article of the demo store. */
export const CATALOGUE: readonly Article[] = Object.entries(CATEGORIES).flatMap(([category, rows]) =>
  rows.map(([sku, title, description, list, cost, stock, kind]) => ({ sku, title, description, category, list, cost, stock, kind }))
)

/** German VAT, included in every price of the demo's German region. */
export const GERMAN_VAT = 19

/** A net euro amount with German VAT, to the cent. */
export function withVat(euro: number): number {
  return Math.round(euro * (100 + GERMAN_VAT)) / 100
}

/** Euro price or cost of a dollar amount in this catalogue, to the cent. */
export function inEuro(dollars: number): number {
  return Math.round(dollars * 92) / 100
}
