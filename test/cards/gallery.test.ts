import assert from 'node:assert/strict'
import { cardExamples } from '../../cards/examples.ts'
import { galleryPage } from '../../cards/gallery.ts'

describe('the page of the gallery', () => {
  const page = galleryPage(cardExamples)

  it('has every card in both looks under a heading of its own', () => {
    for (const { name } of cardExamples) {
      assert.equal(page.split(`data-card="${name}"`).length - 1, 2)
      assert.ok(page.includes(`<article id="${name}">\n<h2>`))
    }
    assert.ok(page.startsWith('<!doctype html>\n<html lang="en-GB">'))
  })

  it('stands alone: no other file and no address to load from', () => {
    assert.ok(!/<script[^>]+src=/.test(page))
    const beforeScripts = page.slice(0, page.indexOf('<script>'))
    assert.ok(!/<link|<img|@import|url\(/.test(beforeScripts))
  })

  it('cannot be broken by what a card says', () => {
    assert.equal(page.match(/<script/g)?.length, page.match(/<\/script>/g)?.length)
    assert.ok(!page.includes('<script>alert(1)'))
  })
})
