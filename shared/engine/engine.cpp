#include "shared/engine/engine.h"

#include <algorithm>
#include <array>
#include <exception>

#include "shared/checklist/compare/compare_documents.h"
#include "shared/checklist/load/loader.h"
#include "shared/checklist/model/attachments.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/sheets/import_sheets.h"
#include "shared/checklist/sheets/json_text.h"
#include "shared/crypto/hash.h"
#include "shared/engine/contributions.h"
#include "shared/engine/session_view.h"
#include "shared/form/xlsx/workbook.h"

namespace plumb::engine {
namespace {

// As many checklists or sessions as one engine keeps: a page that forgets to close them is told so.
constexpr std::size_t kMostOpen = 64;
// Lists stay where they are, since whichever document is opened next may name them: as many as a checklist can need,
// several times over.
constexpr std::size_t kMostAttached = 1000;

json::object errorOf(const Error& error) {
    return {{"error", json::object{{"code", error.code}, {"detail", error.detail}}}};
}

Result<void> room(std::size_t open, std::size_t most = kMostOpen) {
    if (open < most) return {};
    return fail(ErrorKind::full, "too_many_open",
                "the engine has " + std::to_string(open) + " open already; close what is not needed any more");
}

json::object problemOf(const checklist::Problem& problem) {
    return {{"path", problem.path},
            {"line", problem.line},
            {"column", problem.column},
            {"problem", problem.sentence},
            {"text", problem.text()}};
}

json::object problemOf(const checklist::SheetProblem& problem) {
    return {{"sheet", problem.sheet}, {"row", problem.row},          {"column", problem.column}, {"cell", problem.cell},
            {"found", problem.found}, {"problem", problem.sentence}, {"text", problem.text()}};
}

template <class Problems>
json::array problemsOf(const Problems& problems) {
    json::array out;
    out.reserve(problems.size());
    for (const auto& problem : problems) out.push_back(problemOf(problem));
    return out;
}

// Files of rows; pictures and sounds that a document names are nobody's to read here.
bool isList(std::string_view name) {
    return name.ends_with(".csv") || name.ends_with(".xml") || name.ends_with(".geojson");
}

// Blank where a request has none: a session may begin with nothing.
Result<checklist::Answers> answersAt(const json::object& request) {
    const auto* answers = request.if_contains("answers");
    if (answers == nullptr) return checklist::Answers{};
    if (!answers->is_object()) return fail(ErrorKind::malformed, "bad_member", "answers: must be an object");
    return checklist::Answers::fromJson(answers->get_object());
}

}  // namespace

std::string Engine::answer(std::string_view request, ByteView attached) {
    try {
        const auto parsed = parseJson(request);
        if (!parsed) return toText(errorOf(parsed.error()));
        if (!parsed->is_object())
            return toText(errorOf({ErrorKind::malformed, "bad_request", "a request is a JSON object with \"do\""}));
        auto done = call(parsed->get_object(), attached);
        return toText(done ? std::move(*done) : errorOf(done.error()));
    } catch (const std::exception& broken) {
        return toText(errorOf({ErrorKind::broken, "engine_failed", broken.what()}));
    }
}

Result<json::object> Engine::call(const json::object& request, ByteView attached) {
    const auto what = textAt(request, "do");
    if (!what) return fail(what.error());
    if (*what == "attach") return attach(attached);
    if (*what == "open") return open(request);
    if (*what == "sheets") return sheets(request, attached);
    if (*what == "with_files") return withFiles(request);
    if (*what == "compare") return compare(request);
    if (*what == "close") return close(request);
    if (*what == "score") return score(request);
    if (*what == "recompute") return recompute(request);
    if (*what == "begin") return begin(request);
    if (*what == "change") return change(request);
    if (*what == "view") return view(request);
    if (*what == "statement") return statement(request);
    if (*what == "merge") return merge(request);
    return fail(ErrorKind::malformed, "unknown_request",
                "do: \"" + *what +
                    "\" is none of attach, open, sheets, with_files, compare, close, score, recompute, begin, change, "
                    "view, statement, merge");
}

json::object Engine::keep(std::shared_ptr<const checklist::Checklist> checklist) {
    const Handle handle = m_next++;
    json::array files;
    for (const auto& [name, by] : checklist::namedFiles(*checklist))
        files.push_back(json::object{{"name", name}, {"by", by}});
    json::object out{{"checklist", handle},
                     {"id", checklist->id},
                     {"version", checklist->version},
                     {"title", checklist->title.toJson()},
                     {"items", checklist->items.size()},
                     {"programmes", listOf(checklist->programmes)},
                     {"sectors", listOf(checklist->sectors)},
                     {"files", std::move(files)}};
    m_checklists.emplace(handle, std::move(checklist));
    return out;
}

Result<std::shared_ptr<const checklist::Checklist>> Engine::checklistOf(const json::object& request) const {
    const auto handle = integerAt(request, "checklist");
    if (!handle) return fail(handle.error());
    const auto found = m_checklists.find(*handle);
    if (found == m_checklists.end())
        return fail(ErrorKind::notFound, "not_open", "checklist: " + std::to_string(*handle) + " is not open");
    return found->second;
}

// A list of choices in a file: a document names it by its hash, and finds it here whatever order they come in.
Result<json::object> Engine::attach(ByteView attached) {
    const Sha256 sha256 = crypto::sha256(attached);
    if (!m_shelved.contains(sha256.hex())) {
        if (const auto free = room(m_shelved.size(), kMostAttached); !free) return fail(free.error());
        m_shelved.emplace(sha256.hex(), m_shelf(sha256, attached));
    }
    return json::object{{"sha256", sha256.hex()}};
}

Result<json::object> Engine::open(const json::object& request) {
    if (const auto free = room(m_checklists.size()); !free) return fail(free.error());
    const auto document = textAt(request, "document");
    if (!document) return fail(document.error());
    checklist::AttachmentFinder find;
    // Where nothing is attached yet, lists are empty, as for a reader who asks only what the document says.
    if (request.contains("lists")) {
        find = [this](const std::string& name, const Sha256& sha256) -> std::optional<std::string> {
            const auto shelved = m_shelved.find(sha256.hex());
            if (shelved != m_shelved.end()) return shelved->second;
            return isList(name) ? std::nullopt : std::optional(name);
        };
    }
    auto loaded = checklist::readChecklist(*document, find);
    json::object out = loaded.checklist ? keep(std::move(loaded.checklist)) : json::object{};
    out["problems"] = problemsOf(loaded.problems);
    out["warnings"] = listOf(loaded.warnings);
    return out;
}

Result<json::object> Engine::sheets(const json::object& request, ByteView attached) {
    if (const auto free = room(m_checklists.size()); !free) return fail(free.error());
    const auto workbook = form::readWorkbook(asText(attached));
    if (!workbook) return fail(workbook.error());
    auto read = checklist::importSheets(*workbook, textOr(request, "file"));
    json::object out = read.checklist ? keep(std::move(read.checklist)) : json::object{};
    if (out.contains("checklist")) out["document"] = checklist::readableJson(read.document);
    out["problems"] = problemsOf(read.problems);
    out["warnings"] = listOf(read.warnings);
    return out;
}

// The document as it is published: with the hashes of the files that it names.
Result<json::object> Engine::withFiles(const json::object& request) {
    const auto document = textAt(request, "document");
    if (!document) return fail(document.error());
    const auto files = objectAt(request, "files");
    if (!files) return fail(files.error());
    const auto parsed = parseJson(*document);
    if (!parsed) return fail(parsed.error());
    if (!parsed->is_object() || parsed->get_object().contains("attachments"))
        return fail(ErrorKind::malformed, "bad_document",
                    "document: must be a checklist that does not name its files by their hashes yet");
    std::map<std::string, Sha256> hashes;
    for (const auto& [name, value] : **files) {
        const auto hash = Sha256::fromHex(textOr(**files, name));
        if (!hash) return fail(hash.error());
        hashes.emplace(name, *hash);
    }
    return json::object{{"document", hashes.empty() ? *document : checklist::withAttachments(*document, hashes)}};
}

// What an author reads before the newer one is published. Neither is opened: who asks did that, or shows no difference.
Result<json::object> Engine::compare(const json::object& request) {
    std::array<json::object, 2> documents;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto* name = i == 0 ? "older" : "newer";
        const auto text = textAt(request, name);
        if (!text) return fail(text.error());
        auto parsed = parseJson(*text);
        if (!parsed) return fail(parsed.error());
        if (!parsed->is_object())
            return fail(ErrorKind::malformed, "bad_document", std::string(name) + ": must be a checklist");
        documents[i] = std::move(parsed->get_object());
    }
    json::array changes;
    for (const auto& change : checklist::compareDocuments(documents[0], documents[1]))
        changes.push_back(checklist::toJson(change));
    return json::object{{"changes", std::move(changes)}};
}

Result<json::object> Engine::close(const json::object& request) {
    if (request.contains("session")) {
        const auto handle = integerAt(request, "session");
        if (!handle) return fail(handle.error());
        m_sessions.erase(*handle);
        return json::object{};
    }
    const auto handle = integerAt(request, "checklist");
    if (!handle) return fail(handle.error());
    m_checklists.erase(*handle);
    return json::object{};
}

Result<json::object> Engine::score(const json::object& request) {
    const auto checklist = checklistOf(request);
    if (!checklist) return fail(checklist.error());
    const auto answers = answersAt(request);
    if (!answers) return fail(answers.error());
    const auto score = checklist::scoreAnswers(**checklist, *answers);
    if (!score) return fail(score.error());
    return json::object{{"score", checklist::toFullJson(*score)}, {"stated", checklist::toJson(*score)}};
}

// What the server does with a record that states a score: recomputed from its own answers, and compared.
Result<json::object> Engine::recompute(const json::object& request) {
    const auto checklist = checklistOf(request);
    if (!checklist) return fail(checklist.error());
    const auto body = objectAt(request, "body");
    if (!body) return fail(body.error());
    const auto stated = objectAt(**body, "score", "body");
    if (!stated) return fail(stated.error());
    const auto answers = checklist::Answers::fromJson(**body);
    if (!answers) return fail(answers.error());
    const auto score = checklist::scoreAnswers(**checklist, *answers);
    if (!score) return fail(score.error());
    json::object out{{"score", checklist::toFullJson(*score)}};
    const auto same = checklist::checkStatedScore(**stated, *score);
    out["same"] = same.has_value();
    if (!same) out["difference"] = same.error().detail;
    return out;
}

Result<checklist::Session*> Engine::sessionOf(const json::object& request) {
    const auto handle = integerAt(request, "session");
    if (!handle) return fail(handle.error());
    const auto found = m_sessions.find(*handle);
    if (found == m_sessions.end())
        return fail(ErrorKind::notFound, "not_open", "session: " + std::to_string(*handle) + " is not open");
    return found->second.get();
}

Result<json::object> Engine::begin(const json::object& request) {
    if (const auto free = room(m_sessions.size()); !free) return fail(free.error());
    auto checklist = checklistOf(request);
    if (!checklist) return fail(checklist.error());
    auto answers = answersAt(request);
    if (!answers) return fail(answers.error());
    const auto now = textAt(request, "now");
    if (!now) return fail(now.error());
    const auto instant = parseInstant(*now);
    if (!instant) return fail(instant.error());
    checklist::SessionOptions options;
    if (request.contains("photos")) {
        const auto photos = objectAt(request, "photos");
        if (!photos) return fail(photos.error());
        for (const auto& [item, count] : **photos) {
            if (!count.is_int64() || count.get_int64() < 0 || count.get_int64() > kMostFiles)
                return fail(ErrorKind::malformed, "bad_member", "photos: must be counts, by item");
            options.photos[std::string(item)] = static_cast<int>(count.get_int64());
        }
    }
    const Handle handle = m_next++;
    auto session = std::make_unique<checklist::Session>(
        std::move(*checklist), [at = *instant] { return at; }, std::move(*answers), std::move(options));
    json::array dropped;
    for (const auto& one : session->dropped()) dropped.push_back(errorOf(one).at("error"));
    m_sessions.emplace(handle, std::move(session));
    return json::object{{"session", handle}, {"dropped", std::move(dropped)}};
}

Result<json::object> Engine::change(const json::object& request) {
    const auto session = sessionOf(request);
    if (!session) return fail(session.error());
    return changeSession(**session, request);
}

Result<json::object> Engine::view(const json::object& request) {
    const auto session = sessionOf(request);
    if (!session) return fail(session.error());
    return viewOf(**session);
}

Result<json::object> Engine::statement(const json::object& request) {
    const auto session = sessionOf(request);
    if (!session) return fail(session.error());
    return statementOf(**session);
}

Result<json::object> Engine::merge(const json::object& request) {
    const auto checklist = checklistOf(request);
    if (!checklist) return fail(checklist.error());
    return mergeContributions(**checklist, request);
}

}  // namespace plumb::engine
