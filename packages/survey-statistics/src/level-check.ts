/** Why an interval has no coverage: its level is not between 0 and 1. */
export interface LevelRefusal {
  readonly code: 'level-outside';
  readonly level: number;
  readonly message: string;
}

/** Whether a level is a coverage that an interval can have, such as 0.95. */
export function isLevel(level: number): boolean {
  return level > 0 && level < 1;
}

export function checkLevel(level: number): readonly LevelRefusal[] {
  if (isLevel(level)) return [];
  return [{ code: 'level-outside', level, message: `The level of an interval is ${level}: it lies between 0 and 1.` }];
}
