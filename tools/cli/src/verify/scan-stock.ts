import { type Finding, findingsOf } from './finding.ts';
import { lookAtSold } from './look-at-sold.ts';
import type { MeshReader } from './mesh-reader.ts';
import { noOversell, type Sold } from './rules/no-oversell.ts';
import { stockAddsUp } from './rules/stock-adds-up.ts';
import type { Suspect } from './suspect.ts';

/** Reads the stock of every SKU and holds it against what the CONFIRMED orders have. */
export async function scanStock(mesh: MeshReader, confirmed: ReadonlyMap<string, number>) {
  const suspects: Suspect[] = [];
  const unseen = new Set(confirmed.keys());
  const oversold = new Set<string>();
  let count = 0;
  const checkSold = (sold: Sold) => {
    if (noOversell.check(sold)) oversold.add(sold.sku);
  };
  for await (const page of mesh.stock()) {
    count += page.length;
    for (const stock of page) {
      const { sku } = stock;
      unseen.delete(sku);
      if (stockAddsUp.check(stock)) suspects.push({ lookAgain: () => lookAtStock(mesh, sku) });
      checkSold({ sku, confirmed: confirmed.get(sku) ?? 0, stock });
    }
  }
  for (const sku of unseen) checkSold({ sku, confirmed: confirmed.get(sku) ?? 0, stock: undefined });
  if (oversold.size > 0) suspects.push({ lookAgain: () => lookAtSold(mesh, oversold) });
  return { count, suspects };
}

async function lookAtStock(mesh: MeshReader, sku: string): Promise<readonly Finding[]> {
  const stock = await mesh.stockOf(sku);
  return stock ? findingsOf([stockAddsUp], sku, stock) : [];
}
