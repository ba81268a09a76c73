"""What people paste: answers of chatbots, a page's markup, plain words. Written for these tests."""

CARDS = """
Here is your infographic:
```html
<!DOCTYPE html><html><head><title>Tea 101</title><style>.card{color:red}</style></head><body>
<div class="wrap" style="padding:2rem"><h1>🍵 Tea &amp; Calm</h1><p class="sub">The slow cup, explained</p>
<div class="stats"><div><div class="num">60%</div><div class="lbl">of cups are drunk before noon</div></div>
<div><div class="num">300+</div><div class="lbl">kinds are grown in one valley</div></div></div>
<div class="grid"><div class="card"><div class="icon">😴</div><h3>Softer Evenings</h3><p>Less than half the
caffeine of coffee.</p></div><div class="card"><h3>Clearer Mornings</h3><p>It wakes without a jolt.</p></div></div>
<h2>Caffeine in a cup</h2><ul><li>🟢 <strong>Green:</strong> 30 mg</li><li><b>Black</b> 40–70 mg</li></ul>
<h2>How to brew it</h2><ol><li>Boil</li><li>Wait</li><li><strong>Pour</strong> Slowly, from a height.</li></ol>
<h2>Dos and don'ts</h2><div><div><h3>✅ Do</h3><ul><li>Warm the pot</li></ul></div><div><h3>❌ Don't</h3><ul>
<li>Squeeze the bag</li></ul></div></div>
<h2>Kinds compared</h2><table><thead><tr><th>Kind</th><th>Taste</th></tr></thead><tbody><tr><td>Green</td><td>Grassy
</td></tr><tr><td>Black</td><td>Malty</td></tr></tbody></table>
<h2>Share that is brewed cold</h2><svg viewBox="0 0 9 9"><text x="1">Green</text><rect width="80"/><text>70–80%</text>
<text>Black</text><g><text>4%</text></g></svg>
<div class="cta"><h2>Ready for a cup?</h2><p>Come and taste.</p><a class="btn" href="https://example.com/t">Visit us</a>
</div><footer><p>Sources: a notebook.</p></footer></div></body></html>
```
Let me know if you want changes!
"""

MARKDOWN = """
# Walking at a Glance
*Small steps, explained*

## Why it matters
- **Heart:** it beats more slowly at rest
- **Mood:** daylight does half of it

## A week
| Day | Minutes |
|---|---|
| Weekday | 20 |
| Sunday | 60 |

## 3 steps
1. Put on shoes
2. Open the door
3. Turn left

## Ticked off
✅ Drink before you are thirsty
❌ Count every step

## Did you know?
**7 days** are enough to feel it.
"""

PLAIN = """
Salt in Brief

What a pinch does in a kitchen and why less is often more.

Table Salt
• fine
• even
Sources: mines, seas

Flaked Salt
• crunchy
• uneven
Sources: shallow pans

How Much

For Water
10 g

Enough for a pot

For Meat
8–10 g

Benefits at the Table

Balance
It softens what is bitter.

Depth
It brings sweetness forward.
"""

BOXES = """
<section><div class="t">Sleep by numbers</div>
<div><span>7</span><span>hours are what most adults need</span></div>
<dl><dt>Deep</dt><dd>15%</dd><dt>Light</dt><dd>50–60%</dd></dl>
<table><tr><td><h4>Dark</h4><p>Close the blinds.</p></td><td><h4>Cool</h4><p>Open the window.</p></td></tr></table>
</section>
"""

ALL = (CARDS, MARKDOWN, PLAIN, BOXES)
