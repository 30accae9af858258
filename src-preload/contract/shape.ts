/** What a value whose shape does not fit should have been; nothing of the value itself. */
export interface Shape {
  /** The expected kind of value, such as `number`. */
  readonly wants?: string;
  readonly least?: number;
  readonly most?: number;
  /** What the limits count; without it, they are about the number itself. */
  readonly counts?: 'characters' | 'entries';
  /** Everything it may be. */
  readonly oneOf?: readonly string[];
  /** Unknown names within it. */
  readonly unknown?: readonly string[];
}
