// plumb admin publish; plumb admin withdraw-checklist
#include <filesystem>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/model/attachments.h"
#include "shared/records/inspection/body.h"
#include "shared/records/reference/checklist_publication.h"
#include "shared/records/reference/item_register.h"
#include "shared/records/reference/programme.h"
#include "shared/records/reference/retention.h"
#include "shared/records/reference/round.h"
#include "shared/store/checklist_publication.h"
#include "shared/store/durable_file.h"
#include "shared/store/reference.h"
#include "tools/plumb/admin.h"

namespace plumb::cli {
namespace {

struct PublishOptions : HomeOptions {
    std::vector<std::string> files, kinds;
    bool test = false;
};

Result<record::Line> publishChecklist(store::TabletStore& store, const Bytes& content, const std::string& file,
                                      const PublishOptions& options) {
    // Its lists and pictures lie beside it, as they did beside the workbook that it came from.
    const auto folder = std::filesystem::path(file).parent_path();
    auto record =
        store::publicationOf(store, asText(content), [&](const std::string& name) -> Result<std::optional<Bytes>> {
            std::error_code ignored;
            if (!std::filesystem::is_regular_file(folder / name, ignored)) return std::optional<Bytes>();
            auto read = store::readWhole((folder / name).string(), checklist::kMaxAttachedBytes);
            if (!read) return fail(read.error());
            return std::optional(std::move(*read));
        });
    if (!record) return fail(record.error().kind, record.error().code, file + ":\n" + record.error().detail);
    auto said = records::readChecklistPublication(record->body);
    if (!said) return fail(said.error());
    said->kinds = options.kinds;
    said->test = options.test;
    record->body = records::toBody(*said);
    return store.append(*record);
}

Result<record::Line> publishSite(store::TabletStore& store, const json::object& body, const std::string& file) {
    const auto site = records::readSite(body);
    if (!site) return fail(ErrorKind::malformed, site.error().code, file + ": " + site.error().detail);
    store::NewRecord record;
    record.type = "site.published";
    record.site = site->id;
    record.region = site->region;
    record.body = body;  // with what later versions may know of a site and this one does not
    return store.append(record);
}

// {"id","title","checklist":id,"opens","closes","region","sites"?,"closed"?}: the version of the checklist that was
// published last.
Result<record::Line> publishRound(store::TabletStore& store, const json::object& asked, const std::string& file) {
    const auto checklist =
        store::standingChecklist(store, textOr(asked, "checklist"), {{}, {}, std::string(records::kSelfKind)});
    if (!checklist) return fail(checklist.error().kind, checklist.error().code, file + ": " + checklist.error().detail);
    json::object body = asked;
    body.erase("region");
    body["checklist"] = {{"id", checklist->id}, {"version", checklist->version}, {"sha256", checklist->sha256.hex()}};
    const auto round = records::readRound(body);
    if (!round) return fail(ErrorKind::malformed, round.error().code, file + ": " + round.error().detail);
    store::NewRecord record;
    record.type = "round.published";
    record.region = textOr(asked, "region");
    record.body = records::toBody(*round);
    return store.append(record);
}

// As RECORDS.md has it; its region is the line's, too.
Result<record::Line> publishProgramme(store::TabletStore& store, const json::object& body, const std::string& file) {
    const auto programme = records::readProgramme(body);
    if (!programme) return fail(ErrorKind::malformed, programme.error().code, file + ": " + programme.error().detail);
    store::NewRecord record;
    record.type = "programme.published";
    record.region = programme->region;
    record.body = body;
    return store.append(record);
}

Result<record::Line> publishRegister(store::TabletStore& store, const json::object& body, const std::string& file) {
    const auto items = records::readItemRegister(body);
    if (!items) return fail(ErrorKind::malformed, items.error().code, file + ": " + items.error().detail);
    store::NewRecord record;
    record.type = records::kRegisterPublished;
    record.region = textOr(body, "region");
    record.body = records::toBody(*items);
    return store.append(record);
}

Result<record::Line> publishRetention(store::TabletStore& store, const json::object& body, const std::string& file) {
    const auto table = records::readRetention(body);
    if (!table) return fail(ErrorKind::malformed, table.error().code, file + ": " + table.error().detail);
    store::NewRecord record;
    record.type = records::kRetentionPublished;
    record.region = textOr(body, "region");
    record.body = records::toBody(*table);
    return store.append(record);
}

// Each entry of the list that a file of that name holds.
template <class Publish>
Result<void> publishEach(const json::object& holder, const char* name, const std::string& file, Publish publish) {
    const auto entries = arrayAt(holder, name);
    if (!entries) return fail(entries.error());
    for (const auto& entry : **entries) {
        if (!entry.is_object())
            return fail(ErrorKind::malformed, "bad_file", file + ": an entry of \"" + name + "\" is no object");
        if (auto done = publish(entry.get_object()); !done) return done;
    }
    return {};
}

Result<void> publishFile(store::TabletStore& store, const std::string& file, const PublishOptions& options,
                         std::vector<record::Line>& lines) {
    const auto take = [&](Result<record::Line> line) -> Result<void> {
        if (!line) return fail(line.error());
        lines.push_back(std::move(*line));
        return {};
    };
    const auto content = store::readWhole(file, checklist::kMaxDocumentBytes);
    if (!content) return fail(content.error());
    const auto value = parseJson(asText(*content));
    if (!value) return fail(ErrorKind::malformed, value.error().code, file + ": " + value.error().detail);
    if (value->is_object() && value->get_object().contains("sections"))
        return take(publishChecklist(store, *content, file, options));
    if (value->is_object() && value->get_object().contains("rounds"))
        return publishEach(value->get_object(), "rounds", file,
                           [&](const json::object& one) { return take(publishRound(store, one, file)); });
    if (value->is_object() && value->get_object().contains("programmes"))
        return publishEach(value->get_object(), "programmes", file,
                           [&](const json::object& one) { return take(publishProgramme(store, one, file)); });
    if (value->is_object() && value->get_object().contains("registers"))
        return publishEach(value->get_object(), "registers", file,
                           [&](const json::object& one) { return take(publishRegister(store, one, file)); });
    if (value->is_object() && value->get_object().contains("retentions"))
        return publishEach(value->get_object(), "retentions", file,
                           [&](const json::object& one) { return take(publishRetention(store, one, file)); });
    const json::value* sites = &*value;
    if (value->is_object() && value->get_object().contains("sites")) sites = value->get_object().if_contains("sites");
    if (sites->is_object()) return take(publishSite(store, sites->get_object(), file));
    if (!sites->is_array())
        return fail(
            ErrorKind::malformed, "bad_file",
            file +
                ": neither a checklist (\"sections\") nor rounds (\"rounds\") nor programmes (\"programmes\") "
                "nor registers (\"registers\") nor terms of keeping (\"retentions\") nor a site (\"id\", \"name\", "
                "\"region\") nor an array of sites");
    for (const auto& entry : sites->get_array()) {
        if (!entry.is_object())
            return fail(ErrorKind::malformed, "bad_site", file + ": an entry of the array is no object");
        if (auto done = take(publishSite(store, entry.get_object(), file)); !done) return done;
    }
    return {};
}

int publish(const PublishOptions& options) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    std::vector<record::Line> lines;
    for (const auto& file : options.files) {
        if (auto done = publishFile(**store, file, options, lines); !done) return report(done.error(), options.json);
    }
    const auto delivered = deliver(**store, lines);
    if (!delivered) return report(delivered.error(), options.json);
    json::array published;
    std::string text;
    for (const auto& line : lines) {
        const auto payload = record::parsePayload(line.payload());
        published.push_back({{"id", payload->id}, {"type", payload->type}, {"of", textOr(payload->body, "id")}});
        text += payload->type + " " + textOr(payload->body, "id") + " " + payload->id + "\n";
    }
    return print({{"published", std::move(published)}, {"delivered", *delivered}},
                 text + (*delivered ? "" : "the server cannot be reached: they go with the next sync\n"), options.json);
}

struct WithdrawOptions : HomeOptions {
    std::string checklist, reason;
};

// What was filled under the version stays; nothing begins on it any more.
int withdraw(const WithdrawOptions& options) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    const auto found = options.checklist.find('@') == std::string::npos
                           ? Result<store::PublishedChecklist>(fail(ErrorKind::malformed, "bad_version",
                                                                    "CHECKLIST: name the version, too, as in 6a@1"))
                           : store::checklistById(**store, options.checklist);
    if (!found) return report(found.error(), options.json);
    if (!found->withdrawn.empty())
        return report({ErrorKind::refused, "checklist_withdrawn", "it was withdrawn: " + found->withdrawn},
                      options.json);
    checklist::LocalText title;
    if (!found->titleZh.empty()) title.add("zh", found->titleZh);
    if (!found->titleEn.empty()) title.add("en", found->titleEn);
    store::NewRecord record;
    record.type = "checklist.published";
    record.body = records::toBody(records::ChecklistPublication{found->id, found->version, title, found->sha256,
                                                                found->programmes, found->sectors, options.reason});
    const auto line = (*store)->append(record);
    if (!line) return report(line.error(), options.json);
    const auto delivered = deliver(**store, {*line});
    if (!delivered) return report(delivered.error(), options.json);
    return print({{"withdrawn", found->id + "@" + found->version}, {"delivered", *delivered}},
                 "withdrawn: " + found->id + " version " + found->version +
                     (*delivered ? "" : "\nthe server cannot be reached: it goes with the next sync"),
                 options.json);
}

}  // namespace

void addPublish(CLI::App& admin, int& exit) {
    auto publishing = std::make_shared<PublishOptions>();
    auto* publishCommand = admin.add_subcommand(
        "publish",
        "Publish checklists, sites, programmes, registers of inspection items, terms of keeping and rounds of "
        "self-assessment");
    addHome(*publishCommand, *publishing);
    publishCommand
        ->add_option(
            "FILE", publishing->files,
            "Files (JSON): a checklist, sites, {\"programmes\":[…]}, {\"registers\":[…]}, {\"retentions\":[…]} or "
            "{\"rounds\":[…]}")
        ->required();
    publishCommand->add_flag("--test", publishing->test,
                             "Checklists as draft versions: they are tried in test mode, and nothing else begins on "
                             "them");
    publishCommand
        ->add_option("--kind", publishing->kinds,
                     "Checklists for this kind of check alone: routine, individual, special or self; may be given "
                     "again")
        ->check(CLI::IsMember({"routine", "individual", "special", "self"}));
    publishCommand->callback([publishing, &exit] { exit = publish(*publishing); });

    auto withdrawing = std::make_shared<WithdrawOptions>();
    auto* withdrawCommand =
        admin.add_subcommand("withdraw-checklist", "Withdraw a version of a checklist: nothing begins on it");
    addHome(*withdrawCommand, *withdrawing);
    withdrawCommand->add_option("CHECKLIST", withdrawing->checklist, "Its id and version, as in 6a@1")->required();
    withdrawCommand->add_option("--reason", withdrawing->reason, "Why, as it is told to inspectors")->required();
    withdrawCommand->callback([withdrawing, &exit] { exit = withdraw(*withdrawing); });
}

}  // namespace plumb::cli
