// A bundle as a file: written and read, and nothing else. What it proves is judged in bundle_verify.cpp.
#include "shared/sync/bundle.h"

namespace plumb::sync {
namespace {

constexpr std::string_view kKind = "plumb-bundle";
constexpr int kVersion = 2;

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_bundle", "this is no whole bundle: " + std::move(why));
}

json::array hashArray(const std::vector<Sha256>& hashes) {
    json::array out;
    for (const auto& hash : hashes) out.push_back(json::value(toBase64(hash.view())));
    return out;
}

json::array placedArray(const std::vector<PlacedLine>& lines) {
    json::array out;
    for (const auto& line : lines)
        out.push_back({{"line", line.text}, {"index", line.index}, {"inclusion", hashArray(line.inclusion)}});
    return out;
}

Result<std::vector<std::string>> textsAt(const json::object& object, std::string_view name) {
    const auto values = arrayAt(object, name);
    if (!values) return fail(values.error());
    std::vector<std::string> out;
    for (const auto& value : **values) {
        if (!value.is_string()) return bad("\"" + std::string(name) + "\" holds something that is no text");
        out.emplace_back(value.get_string());
    }
    return out;
}

Result<std::vector<Sha256>> hashesAt(const json::object& object, std::string_view name) {
    const auto texts = textsAt(object, name);
    if (!texts) return fail(texts.error());
    std::vector<Sha256> out;
    for (const auto& text : *texts) {
        const auto bytes = fromBase64(text);
        const auto hash = bytes ? Sha256::fromView(*bytes) : Result<Sha256>(fail(bytes.error()));
        if (!hash) return bad("a hash of a proof is damaged");
        out.push_back(*hash);
    }
    return out;
}

Result<PlacedLine> placeOf(const json::object& object, std::string_view line) {
    const auto index = integerAt(object, "index");
    auto inclusion = hashesAt(object, "inclusion");
    if (!index || *index < 0 || !inclusion) return bad("a line's proof is missing");
    return PlacedLine{std::string(line), static_cast<std::uint64_t>(*index), std::move(*inclusion)};
}

Result<std::vector<PlacedLine>> placedAt(const json::object& object, std::string_view name) {
    const auto values = arrayAt(object, name);
    if (!values) return fail(values.error());
    std::vector<PlacedLine> out;
    for (const auto& value : **values) {
        if (!value.is_object()) return bad("\"" + std::string(name) + "\" holds something that is no object");
        auto line = placeOf(value.get_object(), textOr(value.get_object(), "line"));
        if (!line) return fail(line.error());
        out.push_back(std::move(*line));
    }
    return out;
}

Result<BundleFile> fileOf(const json::value& value) {
    if (!value.is_object()) return bad("a file is no object");
    const auto& object = value.get_object();
    const auto hash = Sha256::fromHex(textOr(object, "sha256"));
    const auto size = integerAt(object, "size");
    if (!hash || !size || *size < 0) return bad("a file lacks its sha256 or size");
    BundleFile out{{*hash, static_cast<std::uint64_t>(*size), textOr(object, "type"), textOr(object, "role"),
                    textOr(object, "item")},
                   {},
                   false};
    if (const auto* content = object.if_contains("content"); content && content->is_string()) {
        const auto bytes = fromBase64(std::string_view(content->get_string()));
        if (!bytes) return bad("a file's content is not base64");
        out.content = asText(*bytes);
        out.present = true;
    }
    return out;
}

}  // namespace

namespace {

json::array fileArray(const std::vector<BundleFile>& files) {
    json::array out;
    for (const auto& file : files) {
        json::object entry{{"sha256", file.ref.sha256.hex()},
                           {"size", file.ref.size},
                           {"type", file.ref.type},
                           {"role", file.ref.role}};
        if (!file.ref.item.empty()) entry["item"] = file.ref.item;
        if (file.present) entry["content"] = toBase64(asBytes(file.content));
        out.push_back(std::move(entry));
    }
    return out;
}

Result<std::vector<BundleFile>> filesAt(const json::object& object, std::string_view name) {
    const auto values = arrayAt(object, name);
    if (!values) return fail(values.error());
    std::vector<BundleFile> out;
    for (const auto& entry : **values) {
        auto file = fileOf(entry);
        if (!file) return fail(file.error());
        out.push_back(std::move(*file));
    }
    return out;
}

}  // namespace

std::string formatBundle(const Bundle& bundle) {
    json::object log{{"key", bundle.logKey},
                     {"checkpoint", bundle.checkpoint},
                     {"index", bundle.line.index},
                     {"inclusion", hashArray(bundle.line.inclusion)}};
    if (!bundle.cosignatures.empty()) {
        json::array lines;
        for (const auto& line : bundle.cosignatures) lines.push_back(json::value(line));
        log["cosignatures"] = std::move(lines);
    }
    if (!bundle.logged) log["logged"] = false;
    if (!bundle.breaks.empty()) log["breaks"] = placedArray(bundle.breaks);
    json::object out{{"kind", kKind},
                     {"v", kVersion},
                     {"line", bundle.line.text},
                     {"related", placedArray(bundle.related)},
                     {"context", placedArray(bundle.context)},
                     {"trust", placedArray(bundle.trust)},
                     {"log", std::move(log)},
                     {"files", fileArray(bundle.files)}};
    if (bundle.wholeCase) out["case"] = {{"files", fileArray(bundle.caseFiles)}};
    return toText(out) + "\n";
}

Result<Bundle> parseBundle(std::string_view text) {
    const auto value = parseJson(text, 8);
    if (!value) return bad(value.error().detail);
    if (!value->is_object() || textOr(value->get_object(), "kind") != kKind)
        return bad("it is no JSON object of kind plumb-bundle");
    const auto& object = value->get_object();
    if (const auto version = integerAt(object, "v"); !version || *version != kVersion)
        return bad("it is of another version; export the record again");
    Bundle out;
    auto related = placedAt(object, "related"), context = placedAt(object, "context"),
         trust = placedAt(object, "trust");
    const auto log = objectAt(object, "log");
    auto files = filesAt(object, "files");
    if (!related || !context || !trust || !log || !files)
        return bad("\"related\", \"context\", \"trust\", \"log\" or \"files\" is missing");
    out.related = std::move(*related);
    out.context = std::move(*context);
    out.trust = std::move(*trust);
    out.logKey = textOr(**log, "key");
    out.checkpoint = textOr(**log, "checkpoint");
    auto line = placeOf(**log, textOr(object, "line"));
    if (!line) return fail(line.error());
    out.line = std::move(*line);
    if ((*log)->contains("cosignatures")) {
        auto lines = textsAt(**log, "cosignatures");
        if (!lines) return fail(lines.error());
        out.cosignatures = std::move(*lines);
    }
    out.logged = !(*log)->contains("logged");
    if ((*log)->contains("breaks")) {
        auto breaks = placedAt(**log, "breaks");
        if (!breaks) return fail(breaks.error());
        out.breaks = std::move(*breaks);
    }
    out.files = std::move(*files);
    if (object.contains("case")) {
        const auto whole = objectAt(object, "case");
        auto caseFiles = whole ? filesAt(**whole, "files") : Result<std::vector<BundleFile>>(fail(whole.error()));
        if (!caseFiles) return fail(caseFiles.error());
        out.wholeCase = true;
        out.caseFiles = std::move(*caseFiles);
    }
    // One content has one form: a bundle that was touched anywhere, even in a blank, is not taken for whole.
    if (formatBundle(out) != text)
        return bad("its form is not the one that the export writes; it was changed after the export");
    return out;
}

}  // namespace plumb::sync
