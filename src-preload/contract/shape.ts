/** What a value would have to be whose shape does not fit; nothing of the value itself. */
export interface Shape {
  /** The kind of value that is wanted, such as `number`. */
  readonly wants?: string;
  readonly least?: number;
  readonly most?: number;
  /** What the limits count; left out, they are about the number itself. */
  readonly counts?: 'characters' | 'entries';
  /** All that it may be. */
  readonly oneOf?: readonly string[];
  /** Names within it that nobody knows. */
  readonly unknown?: readonly string[];
}
