/** The page with every card, for whoever works on them. It is read only when somebody asks for it. */
export async function cardGallery(): Promise<string> {
  const [{ galleryPage }, { cardExamples }] = await Promise.all([
    import('../cards/gallery.ts'),
    import('../cards/examples.ts'),
  ])
  return galleryPage(cardExamples)
}
