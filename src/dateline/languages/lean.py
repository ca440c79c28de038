"""The same words from a spaCy model for two thirds of the time.

Two parts of a model do far more than what comes of it takes. The attribute ruler searches every text for hundreds of patterns that
ask of one word its form, tag and dependency, and nothing else: what they set is looked up. The entity recognizer asks for each word
in turn which of its moves are allowed, each answer through a lock: what it chooses is reckoned for all words of a batch at once.

The parts of the model itself decide, here by their weights and patterns; a part of any other make is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, EntityRecognizer
from spacy.tokens import Doc, Span, Token

_ASKED: list[int | str] = ["LOWER", "TAG", "DEP"]
_GIVEN: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
_OF_THE_FORM = frozenset({"LOWER", "IS_SPACE"})  # what patterns ask that follows from the word in lower case
_TOGETHER = 64  # texts whose entities are reckoned at once: some hundred megabytes if all are as long as texts may be

Ints = NDArray[np.intp]
Floats = NDArray[np.float32]


def lean(model: Language) -> Language:
    """The model with its slow parts replaced by quick ones that set the same; parts that are not known to be of the make stay."""
    for slow, quick, fits in (("attribute_ruler", "looked_up_attributes", _word_by_word), ("ner", "entities_at_once", _greedy)):
        if slow in model.pipe_names and fits(model.get_pipe(slow)):
            model.add_pipe(quick, after=slow, config={"slow": slow})
            model.disable_pipe(slow)
    return model


class Attributes:
    """What an attribute ruler sets, kept by a word's lower case, tag and dependency: its patterns ask for no more.

    A text with a word that a longer pattern may begin with goes to the ruler itself.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._set: dict[tuple[int, ...], tuple[int, ...] | None] = {}
        self._longer = Matcher(ruler.vocab)
        for pattern in _patterns(ruler):
            if len(pattern) > 1:
                self._longer.add("longer", [pattern[:1]])

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        known = self._set
        asked = list(map(tuple, doc.to_array(_ASKED).tolist()))
        for place, key in enumerate(asked):
            if key not in known:
                known[key] = self._of(doc[place])
        given = [known[key] for key in asked]
        return self._ruler(doc) if None in given else doc.from_array(_GIVEN, _array(given))

    def _of(self, token: Token) -> tuple[int, ...] | None:
        """What the ruler sets for such a word; None where it depends on the next."""
        alone = Doc(token.vocab, [token.text])
        alone.from_array(["TAG", "DEP"], _array([(token.tag, token.dep)]))
        if self._longer(alone, allow_missing=True):
            return None
        return tuple(self._ruler(alone).to_array(_GIVEN)[0].tolist())


class Entities:
    """The entities that a greedy recognizer finds in texts that have none yet.

    Outside an entity its choice depends on the word alone: that no entity begins there, that one does, or that the word is one.
    Inside, it depends on the word and where the entity began: whether it ends there. So the choices outside are made for all words
    at once, those inside for all entities at once, word after word; then each text is gone through as the recognizer would.
    """

    def __init__(self, recognizer: EntityRecognizer) -> None:
        self._model = recognizer.model
        moves = [recognizer.moves.get_class_name(number) for number in range(recognizer.moves.n_moves)]
        self._outside = moves.index("O")
        self._labels = [move[2:] for move in moves]
        self._begins, self._whole = (np.array([m.startswith(kind) and m != kind for m in moves]) for kind in ("B-", "U-"))
        self._barred = ~(self._begins | self._whole)
        self._barred[self._outside] = False
        number = {move: place for place, move in enumerate(moves)}
        self._inside, self._last = (np.array([number.get(kind + m[2:], 0) for m in moves]) for kind in ("I-", "L-"))

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = _TOGETHER) -> Iterator[Doc]:
        """The texts, as they come, with their entities."""
        coming = iter(docs)
        while batch := list(islice(coming, min(batch_size, _TOGETHER))):
            together = [doc for doc in batch if len(doc)]
            if together:
                self._find(together)
            yield from batch

    def _find(self, docs: list[Doc]) -> None:
        choices, ends = self._choices(docs)
        offset = 0
        for doc in docs:
            found: list[Span] = []
            free = 0
            for word in np.flatnonzero(choices[offset : offset + len(doc)] != self._outside).tolist():
                if word >= free:
                    start, free = word, int(ends[offset + word]) - offset
                    found.append(Span(doc, start, free, label=self._labels[choices[offset + word]]))
            doc.set_ents(found, default="outside")
            offset += len(doc)

    def _choices(self, docs: list[Doc]) -> tuple[Ints, Ints]:
        """The move for each word if no entity is open there, and where an entity that begins there would end."""
        read = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs])
        final = np.append(read[1:, 0] == 1, True)  # no entity goes on behind it
        final[np.cumsum([len(doc) for doc in docs]) - 1] = True
        scores = self._scorer(docs)
        words = np.arange(len(read))
        outside = scores(words)
        outside[:, self._barred] = -np.inf
        outside[np.ix_(final, self._begins)] = -np.inf
        outside[np.ix_(read[:, 1] == 1, self._begins | self._whole)] = -np.inf
        choices = outside.argmax(axis=1)
        ends = words + 1
        begun = np.flatnonzero(self._begins[choices])
        word = begun + 1
        while len(begun):
            inside = scores(word, begun)
            row, move = np.arange(len(begun)), choices[begun]
            on = (inside[row, self._inside[move]] >= inside[row, self._last[move]]) & ~final[word]
            ends[begun] = word + 1
            begun, word = begun[on], word[on] + 1
        return choices, ends

    def _scorer(self, docs: list[Doc]) -> Callable[..., Floats]:
        """The scores of all moves at words, given where the open entities begin; both are counted through all texts."""
        lower, upper = self._model.get_ref("lower"), self._model.get_ref("upper")
        # Of each word in each of three places: itself, the first of the open entity, the one before. [0] stands for no word.
        vectors = lower.predict(self._model.get_ref("tok2vec").predict(docs))
        bias = lower.get_param("b")

        def scores(words: Ints, begun: Ints | None = None) -> Floats:
            before = vectors[words, 2] if begun is not None else vectors[0, 2]
            began = vectors[begun + 1, 1] if begun is not None else vectors[0, 1]
            scored: Floats = upper.predict((vectors[words + 1, 0] + began + before + bias).max(axis=-1))
            return scored

        return scores


def _array(rows: list[Any]) -> Any:
    """Rows of attributes as spaCy takes them."""
    return np.array(rows, dtype=np.uint64)


def _patterns(ruler: AttributeRuler) -> list[list[dict[str, Any]]]:
    rules: list[Any] = ruler.patterns
    return [pattern for rule in rules for pattern in rule["patterns"]]


def _word_by_word(ruler: object) -> bool:
    """Whether what it sets can be looked up: its patterns ask of a word what is looked up by, and are as long as they look."""
    known = _OF_THE_FORM | {"TAG", "DEP"}
    return isinstance(ruler, AttributeRuler) and all(word.keys() <= known for pattern in _patterns(ruler) for word in pattern)


def _greedy(recognizer: object) -> bool:
    """Whether its choices are greedy, and made from the word, the first of the open entity and the one before."""
    if not isinstance(recognizer, EntityRecognizer) or recognizer.cfg["beam_width"] != 1:
        return False
    model = recognizer.model
    plain = model.name == "parser_model" and model.attrs["has_upper"] and not model.attrs["unseen_classes"]
    lower = model.get_ref("lower") if plain else None
    return lower is not None and lower.get_dim("nF") == 3 and lower.get_dim("nP") > 1


@Language.factory("looked_up_attributes")
def _attributes(nlp: Language, name: str, slow: str) -> Attributes:
    return Attributes(nlp.get_pipe(slow))  # type: ignore[arg-type]


@Language.factory("entities_at_once")
def _entities(nlp: Language, name: str, slow: str) -> Entities:
    return Entities(nlp.get_pipe(slow))
