import { exportPicture } from './exportSvg.ts';

/**
 * The charts of a picture as a PNG, `scale` times their size on the page. Rejects where the browser cannot draw or
 * encode it.
 */
export async function exportPng(picture: Element, scale: number): Promise<Blob> {
  const { svg, width, height } = exportPicture(picture);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      const encoded = (blob: Blob | null) =>
        blob ? resolve(blob) : reject(new Error('the browser could not encode the PNG'));
      canvas.toBlob(encoded, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
