/** What became of what this process had to tell: counted for each trace and each address that it was to be told at. */
export class TellTally {
  /** The other process has said that it has it. */
  told = 0;
  /** Nobody answered there, or somebody to whom it means nothing. */
  failed = 0;
  /** More waited than may. */
  dropped = 0;
}
