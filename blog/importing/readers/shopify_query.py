"""The question an editor pastes into the shop's own GraphiQL app, whose answer is imported as it is."""

# Admin GraphQL API, 2024-10 and later (https://shopify.dev/docs/api/admin-graphql/latest/queries/articles).
SHOPIFY_QUERY = """\
query ArticlesForImport($after: String) {
  articles(first: 50, after: $after) {
    nodes {
      id
      handle
      title
      body
      summary
      author { name }
      tags
      image { url altText }
      isPublished
      publishedAt
      updatedAt
      blog { handle }
      titleTag: metafield(namespace: "global", key: "title_tag") { value }
      descriptionTag: metafield(namespace: "global", key: "description_tag") { value }
    }
    pageInfo { hasNextPage endCursor }
  }
}
"""
