"""The columns of WooCommerce's product CSV, which are in the language of the shop: English, German, French, Spanish,
Dutch.

https://github.com/woocommerce/woocommerce/wiki/Product-CSV-Import-Schema
"""

import re

from products.catalogue.columns import Vocabulary

_ALIASES: dict[str, tuple[str, ...]] = {
    "id": ("id",),
    "type": ("type", "typ", "tipo"),
    "sku": ("sku", "artikelnummer", "art.-nr.", "artikelnummer (sku)", "ugs", "référence", "referencia"),
    "gtin": (
        *(f"gtin, upc, ean{word}isbn" for word in (", or ", " or ", " oder ", ", oder ", " ou ", ", ou ")),
        *(f"gtin, upc, ean{word}isbn" for word in (" o ", ", o ", " of ", ", of ")),
        *("gtin", "ean", "barcode", "meta: global unique id", "meta: gtin", "meta: ean"),
    ),
    "title": ("name", "nom", "nombre", "naam"),
    "published": ("published", "veröffentlicht", "publié", "publicado", "gepubliceerd"),
    "visibility": (
        *(
            "visibility in catalog",
            "visibility in catalogue",
            "sichtbarkeit im katalog",
            "katalogsichtbarkeit",
        ),
        *("visibilité dans le catalogue", "visibilidad en el catálogo", "zichtbaarheid in catalogus"),
    ),
    "summary": (
        *("short description", "kurzbeschreibung", "description courte", "descripción corta"),
        *("korte beschrijving", "korte omschrijving"),
    ),
    "description": ("description", "beschreibung", "descripción", "beschrijving", "omschrijving"),
    "sale_from": (
        *("date sale price starts", "datum, an dem angebotspreis beginnt", "angebotspreis gültig ab"),
        *("datum, an dem der angebotspreis beginnt", "date de début de promo", "startdatum actieprijs"),
        "día en que empieza el precio rebajado",
    ),
    "sale_to": (
        *("date sale price ends", "datum, an dem angebotspreis endet", "angebotspreis gültig bis"),
        *("datum, an dem der angebotspreis endet", "date de fin de promo", "einddatum actieprijs"),
        "día en que termina el precio rebajado",
    ),
    "in_stock": (
        *(
            "in stock?",
            "vorrätig?",
            "auf lager?",
            "en stock ?",
            "en stock?",
            "en inventaire?",
            "op voorraad?",
        ),
        *("¿en inventario?", "¿existencias?"),
    ),
    "stock": ("stock", "bestand", "lager", "lagerbestand", "inventaire", "inventario", "voorraad"),
    "backorders": (
        *(
            "backorders allowed?",
            "lieferrückstände erlaubt?",
            "lieferrückstande erlaubt?",
            "rückstände erlaubt?",
        ),
        *("autoriser les commandes de produits en rupture ?", "nabestellingen toestaan?"),
        "¿permitir reservas de productos agotados?",
    ),
    "sale_price": (
        "sale price",
        "angebotspreis",
        "tarif promo",
        "prix promo",
        "precio rebajado",
        "actieprijs",
    ),
    "price": (
        *("regular price", "regulärer preis", "normaler preis", "tarif régulier", "prix régulier"),
        *("precio normal", "precio regular", "reguliere prijs", "normale prijs"),
    ),
    "pictures": ("images", "bilder", "imágenes", "afbeeldingen"),
    "parent": (
        *("parent", "übergeordnetes produkt", "übergeordnet", "eltern", "superior", "principal", "hoofd"),
        "bovenliggend",
    ),
    "address": ("external url", "externe url", "url externe", "url externa"),
    "page": ("permalink", "product url", "meta: permalink"),
    "slug": ("slug", "meta: slug", "post name", "meta: post name"),
    "seo_title": ("meta: yoast wpseo title", "meta: rank math title"),
    "seo_description": ("meta: yoast wpseo metadesc", "meta: rank math description"),
}
_WITHOUT_FIELD = frozenset(
    {
        *(
            "is featured?",
            "tax status",
            "tax class",
            "low stock amount",
            "sold individually?",
            "purchase note",
        ),
        *("allow customer reviews?", "categories", "tags", "shipping class", "download limit", "brands"),
        *("download expiry days", "grouped products", "upsells", "cross-sells", "button text", "position"),
        *(
            "ist hervorgehoben?",
            "steuerstatus",
            "steuerklasse",
            "geringe lagermenge",
            "nur einzeln verkaufen?",
        ),
        *("kundenrezensionen erlauben?", "kundenbewertungen erlauben?", "hinweis zum kauf", "kategorien"),
        *("schlagwörter", "versandklasse", "gruppierte produkte", "zusatzverkäufe", "marken", "button-text"),
        *("cross-sells (querverkäufe)", "downloadlimit", "ablauftage des downloads"),
        *("mis en avant ?", "état de la tva", "classe de tva", "montant de stock faible", "note de commande"),
        *("vendre individuellement ?", "autoriser les avis clients ?", "catégories", "étiquettes"),
        *("classe d’expédition", "classe d'expédition", "limite de téléchargement", "groupes de produits"),
        *(
            "jours d’expiration du téléchargement",
            "produits suggérés",
            "ventes croisées",
            "libellé du bouton",
        ),
        *("¿está destacado?", "estado del impuesto", "clase de impuesto", "cantidad de bajo inventario"),
        *("¿vendido individualmente?", "¿permitir valoraciones de clientes?", "nota de compra", "categorías"),
        *("etiquetas", "clase de envío", "límite de descargas", "días de caducidad de la descarga"),
        *("productos agrupados", "ventas dirigidas", "ventas cruzadas", "texto del botón", "posición"),
        *("uitgelicht?", "btw status", "belastingklasse", "lage voorraad", "wordt individueel verkocht?"),
        *("klantbeoordelingen toestaan?", "aankoopnotitie", "categorieën", "verzendklasse", "downloadlimiet"),
        *("dagen vervaltijd download", "gegroepeerde producten", "knop tekst", "positie", "merken"),
    }
)
# With the unit of the shop behind them.
_FAMILIES = (
    *("weight (", "length (", "width (", "height (", "gewicht (", "länge (", "breite (", "höhe ("),
    *("poids (", "longueur (", "largeur (", "hauteur (", "peso (", "longitud (", "anchura (", "altura ("),
    *("lengte (", "breedte (", "hoogte (", "download 1 ", "download 2 ", "meta: "),
)
_NUMBER = r"(?P<number>[0-9]{1,3})"
_NUMBERED = (
    (rf"(?:attribute|attribut) {_NUMBER} value\(s\)", "value"),
    (rf"attribut {_NUMBER} wert\(e\)", "value"),
    (rf"valeur\(s\) de l['’]attribut {_NUMBER}", "value"),
    (rf"valor\(es\) del atributo {_NUMBER}", "value"),
    (rf"waarde(?:\(n\))? eigenschap {_NUMBER}", "value"),
    (rf"(?:attribute|attribut) {_NUMBER} name", "name"),
    (rf"nom de l['’]attribut {_NUMBER}", "name"),
    (rf"nombre del atributo {_NUMBER}", "name"),
    (rf"naam eigenschap {_NUMBER}", "name"),
    (rf"(?:attribute|attribut|atributo) {_NUMBER} (?:visible|sichtbar)", "is_visible"),
    (rf"(?:attribute|attribut|atributo) {_NUMBER} global", "is_global"),
    (rf"(?:attribute|attribut) {_NUMBER} (?:default|standard|par défaut)", "usual"),
    (rf"atributo (?:visible|global) {_NUMBER}", "is_shown"),
    (rf"(?:zichtbare|globale) eigenschap {_NUMBER}", "is_shown"),
)

WOOCOMMERCE = Vocabulary(
    aliases=_ALIASES,
    without_field=_WITHOUT_FIELD,
    families=_FAMILIES,
    numbered=tuple((re.compile(pattern), name) for pattern, name in _NUMBERED),
)
