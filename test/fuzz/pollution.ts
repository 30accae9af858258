import assert from 'node:assert/strict';

/** What every object inherits from: a parser that lets `__proto__` through changes one of them. */
const shared: readonly object[] = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Number.prototype,
  Map.prototype,
  Object,
  Array,
];

const pictureOf = (of: object) => Reflect.ownKeys(of).map((key) => [key, Reflect.getOwnPropertyDescriptor(of, key)]);

/** @returns a check that throws as soon as one of the shared objects differs from what it is now */
export function watchPrototypes(): (thoroughly: boolean) => void {
  const before = shared.map(pictureOf);
  const keys = shared.map((one) => Reflect.ownKeys(one).length);
  return (thoroughly) => {
    for (const [at, one] of shared.entries())
      if (Reflect.ownKeys(one).length !== keys[at])
        assert.deepEqual(
          Reflect.ownKeys(one),
          before[at]?.map(([key]) => key),
        );
    if (thoroughly) assert.deepEqual(shared.map(pictureOf), before);
  };
}
