/** One invariant of the mesh. */
export interface Rule<Subject> {
  /** Stable: programs may look for it. */
  readonly name: string;
  readonly sentence: string;
  /** Says how `subject` breaks the rule; undefined where it holds. */
  readonly check: (subject: Subject) => string | undefined;
}
