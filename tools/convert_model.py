"""Writes data/model/ from the Python package en-core-web-sm 3.8.0 (spaCy 3.8 installed beside it).

    python tools/convert_model.py PACKAGE WHEEL data/model

PACKAGE is the name by which spaCy loads it, WHEEL the file that it was installed from. Two runs write the same bytes.
What is written, and in which form, is told in data/model/README.md.
"""

import hashlib
import importlib
import json
import re
import sys
from pathlib import Path

import numpy
import spacy
from spacy.lang import char_classes
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.symbols import IDS, NORM, ORTH


class Weights:
    """Tensors in the order in which they are put; each is told by its name and shape."""

    def __init__(self):
        self.shapes = []
        self.bytes = b""

    def put(self, name, array):
        """A number of single precision is rounded to its first three bytes; the last one is not written."""
        array = numpy.ascontiguousarray(array, dtype="<f4")
        self.shapes.append((name, array.shape))
        rounded = array.view("<u4") + numpy.uint32(0x80)
        self.bytes += rounded.view("u1").reshape(-1, 4)[:, 1:].tobytes()

    def put_maxout(self, name, layer, norm):
        """Inputs first, then pieces, then outputs: a product runs along memory, and so does the maximum over pieces."""
        self.put(f"{name}.weights", layer.get_param("W").transpose(2, 1, 0))
        self.put(f"{name}.bias", layer.get_param("b").T)
        self.put(f"{name}.gain", norm.get_param("G"))
        self.put(f"{name}.shift", norm.get_param("b"))

    def put_linear(self, name, layer):
        self.put(f"{name}.weights", layer.get_param("W").T)
        self.put(f"{name}.bias", layer.get_param("b"))


def layers(model, name):
    return [layer for layer in model.walk() if layer.name == name]


def convert_weights(nlp):
    weights = Weights()
    encoder = nlp.get_pipe("tok2vec").model
    embeddings = layers(encoder, "hashembed")
    columns = layers(encoder, "extract_features")[0].attrs["columns"]
    seeds = {column.lower(): table.attrs["seed"] for column, table in zip(columns, embeddings)}
    for column, table in zip(columns, embeddings):
        weights.put(f"embed.{column.lower()}", table.get_param("E"))
    names = ["mix", "window1", "window2", "window3", "window4"]
    for name, layer, norm in zip(names, layers(encoder, "maxout"), layers(encoder, "layernorm"), strict=True):
        weights.put_maxout(name, layer, norm)
    weights.put_linear("tags", layers(nlp.get_pipe("tagger").model, "softmax")[0])
    parser = nlp.get_pipe("parser").model
    moves, reduce = layers(parser, "linear")
    weights.put_linear("reduce", reduce)
    state = layers(parser, "precomputable_affine")[0]
    weights.put("state.weights", state.get_param("W").transpose(3, 0, 2, 1))
    weights.put("state.bias", state.get_param("b").T)
    weights.put("state.absent", state.get_param("pad")[0].transpose(0, 2, 1))
    weights.put_linear("moves", moves)
    return weights, seeds


def header(nlp, weights, seeds, wheel):
    def strings(values):
        return "[" + ", ".join(json.dumps(value, ensure_ascii=False) for value in values) + "]"

    lines = [
        "# Written by tools/convert_model.py; README.md says what it means.",
        f'package = "en-core-web-sm {nlp.meta["version"]}"',
        f'wheel_sha256 = "{hashlib.sha256(Path(wheel).read_bytes()).hexdigest()}"',
        f'weights_sha256 = "{hashlib.sha256(weights.bytes).hexdigest()}"',
        f"tags = {strings(nlp.get_pipe('tagger').labels)}",
        f"moves = {strings(nlp.get_pipe('parser').move_names)}",
        "# In the order of the file.",
        "tensors = [",
        *[f'  {{ name = "{name}", shape = {list(shape)} }},' for name, shape in weights.shapes],
        "]",
        "",
        "[seeds]",
        *[f"{column} = {seed}" for column, seed in seeds.items()],
    ]
    return "\n".join(lines) + "\n"


def table(about, columns, rows):
    return "".join(f"# {line}\n" for line in about) + "\t".join(columns) + "\n" + "".join("\t".join(row) + "\n" for row in rows)


def norms(nlp):
    """The model knows most words only by their hash. Norms are quoted because some end with a space."""
    known = {int(key): norm for key, norm in nlp.vocab.lookups.get_table("lexeme_norm").items()}
    known |= {nlp.vocab.strings.add(word): norm for word, norm in BASE_NORMS.items()}
    rows = [(f"{key:016x}", f'"{norm}"') for key, norm in sorted(known.items())]
    return table(["What a word is read as, where that is not its lower case. The word is given by its hash."], ["word", "norm"], rows)


def symbols():
    rows = [(name, str(number)) for name, number in sorted(IDS.items()) if name]
    return table(["Strings that have a number of their own instead of a hash."], ["string", "number"], rows)


def exceptions(nlp):
    rows = []
    for word, parts in sorted(nlp.tokenizer.rules.items()):
        if any(letter.isspace() for letter in word):
            continue
        texts = [part[ORTH] for part in parts]
        read_as = [part.get(NORM) or nlp.vocab[part[ORTH]].norm_ for part in parts]
        assert "".join(texts) == word
        rows.append((word, " ".join(texts), " ".join(norm.replace(" ", "␣") for norm in read_as)))
    about = ["Words that are parted in their own way, or kept whole against the rules, and what each part is read as (␣ is a space)."]
    return table(about, ["word", "parts", "norms"], rows)


def affixes():
    """Symbols are given as ranges of code points, one a row."""

    def plain(patterns):
        return [re.sub(r"\\(.)", r"\1", pattern) for pattern in patterns]

    rows = [("mark", mark) for mark in plain(char_classes.LIST_PUNCT) if len(mark) == 1]
    rows += [("quote", quote) for quote in plain(char_classes.LIST_QUOTES)]
    rows += [("currency", sign) for sign in plain(char_classes.LIST_CURRENCY)]
    rows += [("unit", unit) for unit in char_classes.LIST_UNITS]
    rows += [("hyphen", hyphen) for hyphen in char_classes.LIST_HYPHENS]
    rows = sorted(set(rows), key=rows.index)
    rows += [("icon", f"{first:x}..{last:x}") for first, last in icon_ranges()]
    about = ["Marks that are parted from words: by themselves, after digits (unit, currency) or between letters (hyphen)."]
    return table(about, ["kind", "text"], rows)


def icon_ranges():
    pattern = re.compile(f"[{char_classes.ICONS}]")
    found = [code for code in range(0x110000) if not 0xD800 <= code < 0xE000 and pattern.match(chr(code))]
    ranges = []
    for code in found:
        if ranges and ranges[-1][1] + 1 == code:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ranges


def main(package, wheel, folder):
    folder = Path(folder)
    nlp = spacy.load(package)
    weights, seeds = convert_weights(nlp)
    (folder / "weights.f24").write_bytes(weights.bytes)
    texts = {
        "model.toml": header(nlp, weights, seeds, wheel),
        "norms.tsv": norms(nlp),
        "symbols.tsv": symbols(),
        "exceptions.tsv": exceptions(nlp),
        "affixes.tsv": affixes(),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    module = importlib.import_module(package)
    origin = next(Path(module.__file__).parent.glob("*-[0-9]*"))
    for name in ["LICENSE", "LICENSES_SOURCES"]:
        (folder / name).write_bytes((origin / name).read_bytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
