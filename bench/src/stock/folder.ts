/** Where the packages are that the mesh is compared with, beside the workspaces. */
export const STOCK_FOLDER = new URL('../../stock/', import.meta.url);
