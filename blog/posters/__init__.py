"""Pictures of infographics as files: drawn when somebody asks for one, kept, and taken away when they are old.

Owns how a PNG is made without endangering the site, what may be drawn at once, where pictures lie, and their
addresses. What a picture shows is told by `describing.poster`, how it looks is decided in `infographics.poster`.
No page and no publishing waits for a drawing.
"""
