/** The lines of one turn of the event loop, each with its end. */
export class Turn {
  text = '';
  lines = 0;

  add(line: string): void {
    this.text += `${line}\n`;
    this.lines++;
  }

  take(): { readonly text: string; readonly lines: number } {
    const { text, lines } = this;
    this.text = '';
    this.lines = 0;
    return { text, lines };
  }
}
