/** The picture brings its own background, dark where the reader's pages are dark. */
export const STYLE = `
  svg { font-family: system-ui, sans-serif; }
  .ground { fill: #ffffff; } .title { font-size: 15px; font-weight: 600; } text { fill: #1f2430; }
  .axis, .tick { font-size: 12px; fill: #5a6172; } .label { font-size: 12px; }
  .label.main { font-weight: 700; } .grid { stroke: #e4e7ee; } .leader { stroke: #9aa1b1; }
  .dot { fill: #6b7488; } .dot.store { fill: #ffffff; stroke: #6b7488; stroke-width: 2; }
  .dot.main, .part-0 { fill: #1b66c9; } .part-1 { fill: #d9822b; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #14171f; } text { fill: #e6e9f0; } .axis, .tick { fill: #a3abbd; }
    .grid { stroke: #2a2f3b; } .leader { stroke: #6b7488; }
    .dot { fill: #97a0b5; } .dot.store { fill: #14171f; stroke: #97a0b5; }
    .dot.main, .part-0 { fill: #5ea2f5; } .part-1 { fill: #f0a95b; }
  }
`;
