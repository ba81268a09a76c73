import csv
import io
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from products.availability import State
from products.catalogue.readers import read

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
HEADER = (
    *("ID", "Type", "SKU", "GTIN, UPC, EAN, or ISBN", "Name", "Published", "Is featured?"),
    *("Visibility in catalog", "Short description", "Description", "Date sale price starts"),
    *("Date sale price ends", "Tax status", "In stock?", "Stock", "Backorders allowed?", "Weight (lbs)"),
    *("Sale price", "Regular price", "Categories", "Tags", "Images", "Parent", "External URL", "Position"),
    *("Attribute 1 name", "Attribute 1 value(s)", "Attribute 1 visible", "Attribute 1 global"),
    *("Attribute 2 name", "Attribute 2 value(s)", "Meta: _custom"),
)
OTHER_LANGUAGES = {
    "de": "ID,Typ,Artikelnummer,Name,Veröffentlicht,Sichtbarkeit im Katalog,Kurzbeschreibung,Beschreibung,Vorrätig?,"
    "Angebotspreis,Regulärer Preis,Bilder,Übergeordnetes Produkt,Attribut 1 Name,Attribut 1 Wert(e)",
    "fr": "ID,Type,UGS,Nom,Publié,Visibilité dans le catalogue,Description courte,Description,En stock ?,"
    "Tarif promo,Tarif régulier,Images,Parent,Nom de l’attribut 1,Valeur(s) de l’attribut 1",
    "es": "ID,Tipo,SKU,Nombre,Publicado,Visibilidad en el catálogo,Descripción corta,Descripción,¿En inventario?,"
    "Precio rebajado,Precio normal,Imágenes,Superior,Nombre del atributo 1,Valor(es) del atributo 1",
    "nl": "ID,Type,SKU,Naam,Gepubliceerd,Zichtbaarheid in catalogus,Korte beschrijving,Beschrijving,Op voorraad?,"
    "Actieprijs,Reguliere prijs,Afbeeldingen,Hoofd,Naam eigenschap 1,Waarde(n) eigenschap 1",
}
ROOT = {
    "ID": "10",
    "Type": "simple",
    "SKU": "GR-1",
    "Name": "Golden Root™",
    "Published": "1",
    "Regular price": "34",
}


def catalogue(*rows, header=HEADER):
    names = list(dict.fromkeys([*header, *(name for row in rows for name in row)]))
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, names, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return read(buffer.getvalue().encode(), now=NOW)


def product(*rows):
    (only,) = catalogue(*rows).products
    return only


def variation(**cells):
    return {"Type": "variation", "Published": "1", "Parent": "id:10", "Name": "Golden Root™ - 60", **cells}


class TestSimpleProducts:
    def test_say_what_they_are(self):
        row = {
            **ROOT,
            "GTIN, UPC, EAN, or ISBN": "2010000100509",
            "Short description": "<p>A <b>root</b>.</p>",
            "Description": "Line one.\\nLine two.",
            "Images": "https://shop.example/a.png, https://shop.example/b,c.png",
            "In stock?": "1",
        }
        result = catalogue(row)
        (root,) = result.products
        assert (result.format, result.is_full, result.unknown_columns) == ("woocommerce-csv", None, ())
        assert (root.sku.value, root.gtin.value, root.price.value) == (
            "GR-1",
            "2010000100509",
            Decimal("34.00"),
        )
        assert root.summary.value == "A root ."
        assert root.description.value == "Line one.\nLine two."
        assert [picture.address[-5:] for picture in root.pictures] == ["a.png", "c.png"]
        assert root.state.value is State.LIVE
        assert root.variants.value == ()

    def test_may_be_of_several_types(self):
        assert product({**ROOT, "Type": "simple, virtual"}).title.value == "Golden Root™"

    def test_keep_what_has_no_field(self):
        root = product(
            {
                **ROOT,
                "Tags": "root",
                "Meta: _custom": "7",
                "Attribute 1 name": "Form",
                "Attribute 1 value(s)": "Dry",
            }
        )
        assert root.unplaced == {"Tags": "root", "Meta: _custom": "7", "Form": "Dry"}

    def test_lose_the_apostrophe_before_a_formula(self):
        assert product({**ROOT, "Name": "'=Root"}).title.value == "=Root"


class TestHandles:
    def test_are_made_from_the_sku_or_the_id_and_said_to_be(self):
        result = catalogue({**ROOT, "SKU": "GR 1/b"}, {**ROOT, "ID": "11", "SKU": ""})
        assert [item.handle for item in result.products] == ["gr-1-b", "woo-11"]
        assert "a column “Slug” would give it one" in result.notices[-1]

    @pytest.mark.parametrize(
        "cells",
        [
            {"Slug": "golden-root"},
            {"Meta: slug": "golden-root"},
            {"Permalink": "https://shop.example/product/golden-root/"},
            {"External URL": "https://shop.example/products/golden-root?x=1"},
        ],
    )
    def test_are_the_shops_where_it_says_them(self, cells):
        result = catalogue({**ROOT, **cells})
        assert result.products[0].handle == "golden-root"
        assert not any("Slug" in notice for notice in result.notices)

    def test_never_come_from_the_name(self):
        (row,) = catalogue({**ROOT, "ID": "", "SKU": ""}).rejected
        assert row.reason == "row 2: it has neither an ID nor a SKU; give it one"

    def test_of_two_products_differ(self):
        result = catalogue(ROOT, {**ROOT, "ID": "11"})
        assert len(result.products) == 1
        assert "row 2 has the handle “gr-1” as well" in result.rejected[0].reason


class TestVariations:
    def test_belong_to_their_parent_by_id_or_sku_wherever_they_stand(self):
        parent = {**ROOT, "Type": "variable", "Regular price": ""}
        root = product(
            variation(
                SKU="GR-60",
                **{"Regular price": "29.90", "Attribute 1 value(s)": "60", "Attribute 2 value(s)": "Powder"},
            ),
            parent,
            variation(SKU="GR-90", Parent="GR-1", **{"Regular price": "39,90", "In stock?": "0"}),
        )
        assert root.sku is root.price is root.gtin is None
        first, second = root.variants.value
        assert (first.name, first.sku, first.price, first.state) == (
            *("60 / Powder", "GR-60", Decimal("29.90")),
            State.LIVE,
        )
        assert (second.name, second.price, second.state) == ("60", Decimal("39.90"), State.OUT_OF_STOCK)
        assert root.state.value is State.LIVE

    def test_without_a_parent_in_the_file_are_rejected_while_others_are_read(self):
        result = catalogue(ROOT, variation(Parent="id:99"), variation(Parent=""))
        assert len(result.products) == 1
        assert [row.row for row in result.rejected] == [3, 4]
        assert "“id:99” is not in the file" in result.rejected[0].reason

    def test_that_are_all_sold_out_sell_out_the_product(self):
        rows = [variation(**{"In stock?": "0", "SKU": sku}) for sku in ("a", "b")]
        assert (
            product({**ROOT, "Type": "variable", "In stock?": "1"}, *rows).state.value is State.OUT_OF_STOCK
        )


class TestStates:
    @pytest.mark.parametrize(
        ("cells", "state"),
        [
            ({"Published": "0"}, State.HIDDEN),
            ({"Published": "-1"}, State.HIDDEN),
            ({"Published": "VRAI"}, State.LIVE),
            ({"Published": "perhaps"}, State.HIDDEN),
            ({"Visibility in catalog": "hidden"}, State.HIDDEN),
            ({"Visibility in catalog": "search"}, State.LIVE),
            ({"In stock?": "0"}, State.OUT_OF_STOCK),
            ({"In stock?": "backorder"}, State.LIVE),
            ({"Stock": "0"}, State.OUT_OF_STOCK),
            ({"Stock": "0", "Backorders allowed?": "notify"}, State.LIVE),
            ({"Stock": "7"}, State.LIVE),
        ],
    )
    def test_follow_from_publication_visibility_and_stock(self, cells, state):
        assert product({**ROOT, **cells}).state.value is state


class TestSales:
    @pytest.mark.parametrize(
        ("start", "end", "price"),
        [
            ("", "", "29.00"),
            ("2026-04-01", "2026-05-01", "29.00"),
            ("2026-05-02 00:00:00", "", "34.00"),
            ("", "2026-04-30", "34.00"),
            ("soon", "", "34.00"),
        ],
    )
    def test_hold_on_their_days(self, start, end, price):
        row = {**ROOT, "Sale price": "29", "Date sale price starts": start, "Date sale price ends": end}
        assert product(row).price.value == Decimal(price)


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_a_shop_may_speak_another_language(language):
    header = OTHER_LANGUAGES[language]
    parent = "10,variable,GR-1,Golden Root™,1,visible,Short,Long,1,,,https://s.example/a.png,,Size,"
    child = "11,variation,GR-60,Golden Root™ - 60,1,visible,,,0,29,34,,id:10,Size,60"
    result = read("\n".join([header, parent, child, ""]).encode(), now=NOW)
    (root,) = result.products
    assert result.format == "woocommerce-csv"
    assert result.unknown_columns == ()
    assert (root.title.value, root.summary.value, root.description.value) == ("Golden Root™", "Short", "Long")
    (line,) = root.variants.value
    assert (line.name, line.sku, line.price, line.state) == (
        "60",
        "GR-60",
        Decimal("29.00"),
        State.OUT_OF_STOCK,
    )
