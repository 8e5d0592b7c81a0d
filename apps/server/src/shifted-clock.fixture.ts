/** Loaded before the platform, it lets the process tell a time that is `CM_TEST_SHIFT_DAYS` days off; its database keeps its own. */
const shiftMs = Number(process.env.CM_TEST_SHIFT_DAYS ?? '0') * 86_400_000;
const Real = Date;

class Shifted extends Real {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(Real.now() + shiftMs);
    else super(...given);
  }
  static override now(): number {
    return Real.now() + shiftMs;
  }
}

globalThis.Date = new Proxy(Real, {
  construct: (_target, given: [] | [number | string | Date]) => new Shifted(...given),
  get: (target, name) => (name === 'now' ? Shifted.now : Reflect.get(target, name)),
});
