// In: units of values. Out: which are currencies, and as what they are compared. Without schemas: reading starts with it.

/** Whether a unit is a currency: a code, "crown" or "dollar" where the text does not tell whose. */
export const isMoney = (unit: string): boolean => /^(?:[A-Z]{3}|crown|dollar)\b/.test(unit)

/** A currency as it is compared with others: dollars that may be anybody's with American ones. */
export const comparedUnit = (unit: string): string => unit.replace(/^dollar\b/, 'USD')
