# generated from spec/focus.yaml by `make generate` - do not edit

"""HTTP tokens, status keys and media-type identity, plus ordinary JSON, text, and URL-encoded form representations."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite
from typing import Final, Literal, TypeVar, cast
from urllib.parse import quote, unquote_to_bytes

from typing_extensions import Self, TypeAliasType, TypeIs

from .errors import MalformedError, ParameterEncodingError

__all__ = (
    "BODYLESS_STATUSES",
    "ERROR_STATUSES",
    "JSON_MEDIA_TYPE",
    "LENIENT_QUOTED",
    "NOT_MODIFIED",
    "NO_CONTENT",
    "OK",
    "QUOTED",
    "REDIRECT_STATUSES",
    "STATUSES",
    "SUCCESS_STATUSES",
    "SWITCHING_PROTOCOLS",
    "TCHARS",
    "TOKEN",
    "FieldPlan",
    "JSONKind",
    "JSONScalar",
    "JSONValue",
    "LexicalKind",
    "MediaKind",
    "Unparsed",
    "ascii_digits",
    "bodyless",
    "charset",
    "declaring",
    "decode_form",
    "decode_text",
    "encode_form",
    "essence",
    "fields_without",
    "finite",
    "form_encode",
    "form_pairs",
    "is_token",
    "json_bytes",
    "json_integer",
    "json_number",
    "json_text",
    "json_value",
    "lexical",
    "media_kind",
    "media_parts",
    "media_range",
    "most_specific",
    "normalize_media_type",
    "normalized",
    "percent_decode",
    "plain",
    "range_key",
    "split_form",
    "status_key",
    "typed",
    "unquoted",
)

JSONValue = TypeAliasType("JSONValue", "bool | int | float | str | list[JSONValue] | dict[str, JSONValue] | None")
JSONScalar = TypeAliasType("JSONScalar", "bool | int | float | str | None")

JSONKind = Literal["object", "array", "string", "number", "boolean"]
LexicalKind = Literal["string", "integer", "number", "boolean"]
MediaKind = Literal["json", "text", "form", "multipart", "binary"]
T = TypeVar("T")

TCHARS: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
TOKEN: Final = re.compile(TCHARS)
JSON_MEDIA_TYPE: Final = "application/json"
QUOTED: Final = r'"(?:[\t !#-\[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"'
LENIENT_QUOTED: Final = r'"(?:[^"\\]|\\.)*"'
"""A quoted string of a MIME header field as a multipart part's Content-Disposition is read: any character but a double
quote or a backslash, and any escaped one but a line feed, between double quotes."""
STATUSES: Final = range(100, 600)
SUCCESS_STATUSES: Final = range(200, 300)
REDIRECT_STATUSES: Final = range(300, 400)
ERROR_STATUSES: Final = range(400, 600)
SWITCHING_PROTOCOLS: Final = 101
OK: Final = 200
NO_CONTENT: Final = 204
NOT_MODIFIED: Final = 304
BODYLESS_STATUSES: Final = frozenset({NO_CONTENT, 205, NOT_MODIFIED})
_MEDIA: Final = re.compile(rf"[ \t]*(?P<type>{TCHARS})/(?P<subtype>{TCHARS})[ \t]*")
_PARAMETER: Final = re.compile(rf";[ \t]*(?P<name>{TCHARS})=(?P<value>{TCHARS}|{QUOTED})[ \t]*")
_MEDIA_ERRORS: Final = (
    "A media type must be a token/token essence",
    "A media type parameter must be a token=value pair",
)
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_TRIPLET: Final = re.compile(rb"%[0-9A-Fa-f]{2}")
_ESCAPED: Final = re.compile(r"\\(.)")
_FORM_SAFE: Final = "*-._"
_SCALARS: Final = frozenset({bool, int, float, str, type(None)})

_NESTING: Final = "A wire value must not be nested beyond the interpreter recursion limit"
_SURROGATES: Final = "A wire string must not contain lone surrogates"
_NOT_JSON: Final = "A wire value must be made of JSON values and string keys"
_CIRCULAR: Final = "A wire value must not refer to itself"
_NON_FINITE: Final = "A wire number must be finite"
_TOO_LARGE: Final = "A wire integer must not exceed the interpreter's decimal conversion limit"
_VALUE_ERRORS: Final = (("Circular reference", _CIRCULAR), ("Out of range float", _NON_FINITE))
_JSON_ERRORS: Final = (RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """Declare one form or object member's lexical kind and whether it repeats."""

    name: str
    kind: LexicalKind = "string"
    repeated: bool = False


def json_text(
    value: object,
    *,
    ascii_only: bool = False,
    sort_keys: bool = False,
) -> str:
    """Serialize ordinary JSON builtins as compact JSON text, escaping non-ASCII text when asked.

    The errors are the runtime's own, with the same messages on every Python version: ValueError for a circular
    reference, a non-finite number, an integer over the interpreter's decimal conversion limit, or a value nested
    beyond the recursion limit, and TypeError for a value or key that is not JSON.
    """
    try:
        return json.dumps(value, sort_keys=sort_keys, separators=(",", ":"), ensure_ascii=ascii_only, allow_nan=False)
    except _JSON_ERRORS as error:
        if isinstance(error, TypeError):
            raise TypeError(_NOT_JSON) from None
        message = (
            _NESTING
            if isinstance(error, RecursionError)
            else next((text for prefix, text in _VALUE_ERRORS if str(error).startswith(prefix)), _TOO_LARGE)
        )
        raise ValueError(message) from None


def json_bytes(value: object, *, ascii_only: bool = False, sort_keys: bool = False) -> bytes:
    """Serialize ordinary JSON builtins as compact UTF-8 bytes, escaping non-ASCII text when asked.

    The errors are those of `json_text`, and a lone surrogate raises ValueError.
    """
    text = json_text(value, ascii_only=ascii_only, sort_keys=sort_keys)
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise ValueError(_SURROGATES) from None


def json_value(
    content: str | bytes,
    *,
    constants: Literal["accept", "refuse"] = "accept",
    floats: Literal["float", "decimal"] = "float",
) -> JSONValue:
    """Parse ordinary JSON into its builtin values without model validation.

    `constants="refuse"` raises ValueError for NaN and the infinities, which a saved value could not hold (`int` of
    their names refuses them); `floats="decimal"` reads a number with a fraction or an exponent as the Decimal its
    text spells, where a float may have rounded it.
    """
    return cast(
        "JSONValue",
        json.loads(
            content,
            parse_constant=int if constants == "refuse" else None,
            parse_float=Decimal if floats == "decimal" else None,
        ),
    )


class Unparsed(str):  # ruff: ignore[subclass-builtin] - Validating backends receive it as ordinary text.
    """Text of a declared integer, number, or boolean that is not its canonical JSON literal."""

    __slots__ = ("kind",)
    kind: LexicalKind

    def __new__(cls, text: str, kind: LexicalKind) -> Self:
        """Keep the text with the kind it was declared as."""
        unparsed = super().__new__(cls, text)
        unparsed.kind = kind
        return unparsed


def plain(value: object, *, strict: bool = False) -> JSONValue:
    """Turn parsed form and header containers into builtins a native backend accepts.

    Text that is not its kind's JSON literal stays text for a backend that validates it, and is refused when strict.
    """
    if type(value) in _SCALARS:
        return cast("JSONValue", value)
    if isinstance(value, Mapping):
        return {
            cast("str", key): plain(item, strict=strict) for key, item in cast("Mapping[object, object]", value).items()
        }
    if isinstance(value, (list, tuple)):
        return [plain(item, strict=strict) for item in cast("list[object] | tuple[object, ...]", value)]
    if not isinstance(value, Unparsed):
        return cast("JSONValue", value)
    if strict:
        msg = f"Invalid {value.kind} literal: {str(value)!r}"
        raise ValueError(msg)
    return str(value)


def status_key(status: int, keys: Container[str]) -> str | None:
    """Return the declared response key a status selects: exact, then its hundreds range, then default."""
    return next((key for key in (str(status), range_key(status), "default") if key in keys), None)


def declaring(status: int, responses: Mapping[str, T]) -> T | None:
    """Return the value of the declared response key a status selects in a table keyed by response keys, or None."""
    return None if (key := status_key(status, responses)) is None else responses[key]


def range_key(status: int) -> str:
    """Return the key of the hundreds range a status falls in, such as 2XX for 204."""
    return f"{status // 100}XX"


def bodyless(status: int, *, head: bool = False) -> bool:
    """Return whether a response never carries content: one to HEAD, a 204, 205 or 304, and a 1XX one."""
    return head or status in BODYLESS_STATUSES or status < SUCCESS_STATUSES.start


def media_parts(value: str, errors: tuple[str, str] = _MEDIA_ERRORS) -> tuple[str, str, list[tuple[str, str]]]:
    """Split a media type into lowercase type and subtype and its lowercase parameter names with their raw values.

    `errors` holds the ValueError messages for a malformed essence and for a malformed parameter.
    """
    if (essence := _MEDIA.match(value)) is None:
        raise ValueError(errors[0])
    parameters: list[tuple[str, str]] = []
    position = essence.end()
    while position < len(value):
        if (parameter := _PARAMETER.match(value, position)) is None:
            raise ValueError(errors[1])
        parameters.append((parameter["name"].lower(), parameter["value"]))
        position = parameter.end()
    return essence["type"].lower(), essence["subtype"].lower(), parameters


def is_token(text: str) -> bool:
    """Return whether text is an HTTP token as a whole, such as a method, a header field name or a cookie name."""
    return TOKEN.fullmatch(text) is not None


def fields_without(fields: Iterable[tuple[str, str]], names: Container[str]) -> list[tuple[str, str]]:
    """Return header fields in order without those whose name, in lowercase, is one of the given lowercase names."""
    return [(name, value) for name, value in fields if name.lower() not in names]


def unquoted(value: str) -> str:
    """Return the text of a parameter value: a quoted string without its quotes and escapes, a token as written."""
    return _ESCAPED.sub(r"\1", value[1:-1]) if value.startswith('"') else value


def normalize_media_type(value: str) -> str:
    """Return lowercase type/subtype and parameter names, keeping parameter order and values."""
    kind, subtype, parameters = media_parts(value)
    return "; ".join([f"{kind}/{subtype}", *(f"{name}={text}" for name, text in parameters)])


def normalized(media_type: str) -> str | None:
    """Return a media type in its normalized form, or None when it is not a media type."""
    try:
        return normalize_media_type(media_type)
    except ValueError:
        return None


def essence(media_type: str) -> str:
    """Return a media type without its parameters."""
    return media_type.partition(";")[0]


def media_range(media_type: str) -> bool:
    """Return whether a media type is a range such as image/* or */*."""
    return "*" in essence(media_type)


def most_specific(received: str, declared: Iterable[str]) -> str | None:
    """Return the declared media type a received one falls under: itself, then its essence, type/*, and */*.

    Among the declarations of one of these, the first without parameters wins (#4185).
    """
    declared = tuple(declared)
    if received in declared:
        return received
    bare = essence(received)
    candidates = (bare, f"{bare.partition('/')[0]}/*", "*/*")
    return min((media for media in declared if essence(media) in candidates), key=_specificity, default=None)


def _specificity(media_type: str) -> tuple[int, bool]:
    """Rank a declared media type: fewer `*` first, then one without parameters."""
    return essence(media_type).count("*"), ";" in media_type


def media_kind(media_type: str) -> MediaKind:
    """Classify a normalized media type by its builtin representation."""
    kind, _, subtype = essence(media_type).partition("/")
    match kind, subtype:
        case "application", "json":
            return "json"
        case _, _ if subtype.endswith("+json"):
            return "json"
        case "application", "x-www-form-urlencoded":
            return "form"
        case "multipart", _:
            return "multipart"
        case "text", _:
            return "text"
        case _:
            return "binary"


def charset(media_type: str, *, as_written: bool = False) -> str:
    """Return the codec name a raw media type's charset selects, UTF-8 when it names none or an unknown one.

    With `as_written`, the media type is a normalized one and the charset's value is returned as it is written, which
    a server then refuses in `decode_text` when it names no codec.
    """
    if as_written:
        return next(
            (
                parameter["value"].strip('"')
                for parameter in _PARAMETER.finditer(media_type)
                if parameter["name"] == "charset"
            ),
            "utf-8",
        )
    for parameter in media_type.split(";")[1:]:
        name, _, value = parameter.strip().partition("=")
        if name.lower() == "charset":
            try:
                return codecs.lookup(value.strip('"')).name
            except LookupError:
                break
    return "utf-8"


def decode_text(data: bytes, encoding: str = "utf-8") -> str:
    """Decode a text body in its selected charset without normalizing its contents."""
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):
        message = "Text must be UTF-8" if encoding == "utf-8" else f"Text must be {encoding}"
        raise MalformedError(message) from None


def finite(value: object) -> None:
    """Refuse a non-finite float or Decimal, alone or in lists, tuples, and mappings, as no JSON number writes it."""
    match value:
        case float() if not isfinite(value):
            raise ParameterEncodingError(_NON_FINITE)
        case Decimal() if not value.is_finite():
            raise ParameterEncodingError(_NON_FINITE)
        case list() | tuple():
            for item in cast("Iterable[object]", value):
                finite(item)
        case Mapping():
            for item in cast("Mapping[object, object]", value).values():
                finite(item)
        case _:
            pass


def json_integer(value: object) -> TypeIs[int]:
    """Return whether a value is an integer as JSON reads one: an int that is not a bool."""
    return isinstance(value, int) and not isinstance(value, bool)


def json_number(value: object) -> TypeIs[int | float]:
    """Return whether a value is a number as JSON reads one: an int or a float that is not a bool."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def lexical(value: object, kind: LexicalKind) -> str:
    """Format one native JSON scalar for a parameter or form field."""
    if (text := _lexical_text(value, kind)) is None:
        msg = f"The {type(value).__name__} value does not have the {kind} lexical kind"
        raise ParameterEncodingError(msg)
    return text


def _lexical_text(value: object, kind: LexicalKind) -> str | None:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case int() | float() | Decimal():
            finite(value)
            return _numeral(value, kind) or _numeral(value, "number")
        case _:
            return None


def _numeral(value: float | Decimal, kind: LexicalKind) -> str | None:
    match value:
        case int() if kind in {"integer", "number"}:
            return _integer_text(value)
        case float() if kind == "integer" and value.is_integer():
            return str(int(value))
        case Decimal() if kind == "integer" and value == (integral := value.to_integral_value()):
            return format(integral, "f")
        case Decimal() if kind == "number":
            return str(value)
        case float() if kind == "number":
            return repr(value)
        case _:
            return None


def _integer_text(value: int) -> str:
    try:
        return str(value)
    except ValueError:
        msg = "An integer exceeds the interpreter's decimal conversion limit"
        raise ParameterEncodingError(msg) from None


def ascii_digits(text: str) -> bool:
    """Return whether text is one or more ASCII decimal digits, the DIGIT run of HTTP counts and delays."""
    return text.isascii() and text.isdigit()


def typed(text: str, kind: LexicalKind) -> JSONScalar:
    """Decode a canonical JSON literal of the declared kind, leaving any other text to the model."""
    if kind == "string":
        return text
    if kind == "boolean":
        return text == "true" if text in {"true", "false"} else Unparsed(text, kind)
    if _INTEGER.fullmatch(text):
        try:
            return int(text)
        except ValueError:
            return Unparsed(text, kind)
    return float(text) if kind == "number" and _NUMBER.fullmatch(text) else Unparsed(text, kind)


def percent_decode(raw: bytes, *, plus: bool) -> str:
    """Decode percent triplets exactly once and require the result to be UTF-8."""
    if plus:
        raw = raw.replace(b"+", b" ")
    if raw.count(b"%") != len(_TRIPLET.findall(raw)):
        msg = "A percent sign must start a percent-encoded octet"
        raise MalformedError(msg)
    try:
        return unquote_to_bytes(raw).decode("utf-8")
    except UnicodeDecodeError:
        msg = "Percent-decoded octets must be UTF-8"
        raise MalformedError(msg) from None


def form_encode(text: str) -> str:
    """Apply the application/x-www-form-urlencoded byte serializer to one name or value."""
    return quote(text, safe=_FORM_SAFE + " ").replace(" ", "+").replace("~", "%7E")


def encode_form(
    value: object,
    fields: tuple[FieldPlan, ...],
    additional: FieldPlan | None,
    styled: Mapping[str, Callable[[JSONValue], Iterable[str]]] | None = None,
) -> bytes:
    """Serialize a flat object as ordered URL-encoded pairs, repeating array members and leaving out None ones.

    A form cannot write null, so a None member is left out as an unset one is. A member in `styled` writes its own
    pairs, as its encoding's query parameter style or content does, and no two members may then write the same name.
    """
    if not isinstance(value, Mapping):
        msg = "A URL-encoded form value must be an object"
        raise ParameterEncodingError(msg)
    declared = {field.name: field for field in fields}
    pairs: list[str] = []
    owners: dict[str, str] = {}
    for name, item in cast("Mapping[str, JSONValue]", value).items():
        if item is None:
            continue
        if styled and (style := styled.get(name)) is not None:
            written = list(style(item))
            keys = [percent_decode(pair.partition("=")[0].encode("ascii"), plus=True) for pair in written]
        else:
            field = declared.get(name, additional)
            kind = "string" if field is None else field.kind
            written = [f"{form_encode(name)}={form_encode(lexical(member, kind))}" for member in _members(item)]
            keys = [name]
        if styled and any(owners.setdefault(key, name) != name for key in keys):
            msg = "Two URL-encoded form members write the same name"
            raise ParameterEncodingError(msg)
        pairs.extend(written)
    return "&".join(pairs).encode("ascii")


def _members(value: object) -> tuple[object, ...]:
    return tuple(cast("list[object] | tuple[object, ...]", value)) if isinstance(value, (list, tuple)) else (value,)


def split_form(raw: bytes) -> tuple[tuple[bytes, bytes], ...]:
    """Split URL-encoded bytes into ordered raw name/value pairs, skipping empty sequences."""
    return tuple((name, value) for name, _, value in (part.partition(b"=") for part in raw.split(b"&") if part))


def form_pairs(raw: bytes) -> tuple[tuple[str, str], ...]:
    """Split URL-encoded bytes into ordered name/value pairs, each percent-decoded with a plus sign as a space."""
    return tuple((percent_decode(name, plus=True), percent_decode(value, plus=True)) for name, value in split_form(raw))


def decode_form(raw: bytes, fields: tuple[FieldPlan, ...], additional: FieldPlan | None) -> JSONValue:
    """Split URL-encoded text for native model conversion: repeated fields as lists, a single value by its last."""
    declared = {field.name: field for field in fields}
    result: dict[str, JSONValue] = {}
    for name, text in form_pairs(raw):
        field = declared.get(name, additional)
        value = typed(text, "string" if field is None else field.kind)
        match result.get(name):
            case list() as values:
                values.append(value)
            case None if field is not None and field.repeated:
                result[name] = [value]
            case _:
                result[name] = value
    return result
