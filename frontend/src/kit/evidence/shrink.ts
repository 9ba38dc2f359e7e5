const SIDE = 1600

/**
 * The photo as a small JPEG, made on the reader's own machine: place and time of the telephone stay there, and a slow
 * line carries a tenth. What this browser cannot read goes as it is: the server says what to do about it.
 */
export async function shrink(file: File): Promise<Blob> {
  const address = URL.createObjectURL(file)
  try {
    const picture = await loaded(address)
    const scale = Math.min(1, SIDE / Math.max(picture.naturalWidth, picture.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale))
    canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale))
    const brush = canvas.getContext('2d')
    if (!brush) return file
    brush.fillStyle = 'white'
    brush.fillRect(0, 0, canvas.width, canvas.height)
    brush.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))) ?? file
  } catch {
    return file
  } finally {
    URL.revokeObjectURL(address)
  }
}

function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((done, failed) => {
    const picture = new Image()
    picture.onload = () => done(picture)
    picture.onerror = () => failed(new Error('unreadable'))
    picture.src = address
  })
}
