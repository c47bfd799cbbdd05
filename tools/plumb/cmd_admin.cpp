// plumb admin invite, publish, grant, withdraw, revoke, recover-log
#include <filesystem>

#include "shared/base/uuid.h"
#include "shared/checklist/load/loader.h"
#include "shared/checklist/model/attachments.h"
#include "shared/domain/invitation.h"
#include "shared/domain/trust_body.h"
#include "shared/records/reference/round.h"
#include "shared/store/checklist_publication.h"
#include "shared/store/durable_file.h"
#include "shared/store/reference.h"
#include "shared/sync/engine.h"
#include "tools/plumb/app.h"

namespace plumb::cli {
namespace {

// Administrators' records go out at once; where the server is away they wait, and the answer says so.
Result<bool> deliver(store::TabletStore& store, const std::vector<record::Line>& lines) {
    const auto synced = sync::Engine(store).run();
    if (!synced && synced.error().kind == ErrorKind::offline) return false;
    if (!synced) return fail(synced.error());
    for (const auto& line : lines) {
        const auto row = store.recordByHash(line.hash());
        if (row && row->state == store::RecordState::refused)
            return fail(ErrorKind::refused, "refused", "the server refused it: " + row->problem);
        if (row && row->state == store::RecordState::signedHere && !synced->problems.empty())
            return fail(ErrorKind::refused, "waiting", synced->problems.front());
    }
    return true;
}

// What is signed is judged by what this device knows; before an administrator's act it learns what there is to know.
// Out of reach of the server it acts on what it has.
Result<std::unique_ptr<store::TabletStore>> openFresh(const HomeOptions& options) {
    auto store = openHome(options);
    if (!store) return store;
    if (const auto synced = sync::Engine(**store).run(); !synced && synced.error().kind != ErrorKind::offline)
        return fail(synced.error());
    return store;
}

struct GrantOptions : HomeOptions {
    std::string role;
    std::vector<std::string> regions, sites;
};

struct InviteOptions : GrantOptions {
    std::string name, person, suite;
    bool namesake = false;
    int days = 14;
};

struct ChangeOptions : GrantOptions {
    std::string kid, reason;
};

// The grant that the options describe. Where no region is named: an enterprise gets those of its sites as published,
// others the administrator's own.
Result<domain::Grant> grantOf(const GrantOptions& options, const store::TabletStore& store,
                              const store::Profile& profile) {
    const auto role = domain::roleByName(options.role);
    if (!role) return fail(role.error());
    domain::Grant grant{*role, options.regions, options.sites};
    for (const auto& region : grant.regions) {
        if (!domain::isRegion(region))
            return fail(ErrorKind::malformed, "bad_region",
                        "\"" + region + "\" is not a region code of 2, 4 or 6 digits (GB/T 2260)");
    }
    if (*role == domain::Role::enterprise && grant.sites.empty())
        return fail(ErrorKind::malformed, "no_site", "an enterprise needs its site: --site ID");
    const bool open = grant.regions.empty();
    for (const auto& id : grant.sites) {
        const auto site = store::siteById(store, id);
        if (!site) return fail(site.error());
        if (open) grant.regions.push_back(site->region);
    }
    if (!open || *role == domain::Role::enterprise) return grant;
    for (const auto& own : profile.grants)
        grant.regions.insert(grant.regions.end(), own.regions.begin(), own.regions.end());
    return grant;
}

// Browsers may lack Ed25519 and always lack SM2: who works in one gets an ES256 invitation.
crypto::Suite inviteSuite(domain::Role role, crypto::Suite own) {
    const bool field = role == domain::Role::inspector || role == domain::Role::enterprise;
    return field && own == crypto::Suite::sm2 ? crypto::Suite::sm2 : crypto::Suite::es256;
}

int invite(const InviteOptions& options) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    const auto profile = (*store)->profile();
    if (!profile) return report(profile.error(), options.json);
    const auto grant = grantOf(options, **store, *profile);
    if (!grant) return report(grant.error(), options.json);
    auto suite = inviteSuite(grant->role, profile->suite);
    if (!options.suite.empty()) {
        const auto named = crypto::suiteByName(options.suite);
        if (!named) return report(named.error(), options.json);
        suite = *named;
    }
    const auto key = crypto::PrivateKey::generate(suite);
    const Instant now = systemNow();
    const Instant expires{now.utc + std::chrono::hours(24) * options.days, now.offset};
    store::NewRecord record;
    record.type = "invite.issued";
    const auto person = options.person.empty() ? makeUuid7(now.utc) : options.person;
    record.body =
        domain::inviteBody(key.publicKey(), person, options.name, {*grant}, expires, nullptr, {}, options.namesake);
    const auto line = (*store)->append(record);
    if (!line) return report(line.error(), options.json);
    const auto delivered = deliver(**store, {*line});
    if (!delivered) return report(delivered.error(), options.json);
    const std::string uri = domain::formatInvitation(
        {profile->server, profile->pin, profile->logKey, profile->rootKid, suite, key.secret()});
    return print({{"enrol", uri},
                  {"invite", key.kid()},
                  {"person", person},
                  {"expires", formatInstant(expires)},
                  {"delivered", *delivered}},
                 "enrol URI: " + uri +
                     (*delivered ? "" : "\nthe server cannot be reached: the invitation works after the next sync"),
                 options.json);
}

struct PublishOptions : HomeOptions {
    std::vector<std::string> files;
};

Result<record::Line> publishChecklist(store::TabletStore& store, const Bytes& content, const std::string& file) {
    // Its lists and pictures lie beside it, as they did beside the workbook that it came from.
    const auto folder = std::filesystem::path(file).parent_path();
    const auto record =
        store::publicationOf(store, asText(content), [&](const std::string& name) -> Result<std::optional<Bytes>> {
            std::error_code ignored;
            if (!std::filesystem::is_regular_file(folder / name, ignored)) return std::optional<Bytes>();
            auto read = store::readWhole((folder / name).string(), checklist::kMaxAttachedBytes);
            if (!read) return fail(read.error());
            return std::optional(std::move(*read));
        });
    if (!record) return fail(record.error().kind, record.error().code, file + ":\n" + record.error().detail);
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
    const auto checklist = store::checklistById(store, textOr(asked, "checklist"));
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

Result<void> publishFile(store::TabletStore& store, const std::string& file, std::vector<record::Line>& lines) {
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
        return take(publishChecklist(store, *content, file));
    if (value->is_object() && value->get_object().contains("rounds")) {
        const auto rounds = arrayAt(value->get_object(), "rounds");
        if (!rounds) return fail(rounds.error());
        for (const auto& entry : **rounds) {
            if (!entry.is_object())
                return fail(ErrorKind::malformed, "bad_file", file + ": an entry of \"rounds\" is no object");
            if (auto done = take(publishRound(store, entry.get_object(), file)); !done) return done;
        }
        return {};
    }
    const json::value* sites = &*value;
    if (value->is_object() && value->get_object().contains("sites")) sites = value->get_object().if_contains("sites");
    if (sites->is_object()) return take(publishSite(store, sites->get_object(), file));
    if (!sites->is_array())
        return fail(ErrorKind::malformed, "bad_file",
                    file +
                        ": neither a checklist (\"sections\") nor rounds (\"rounds\") nor a site (\"id\", \"name\", "
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
        if (auto done = publishFile(**store, file, lines); !done) return report(done.error(), options.json);
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

struct RevokeOptions : HomeOptions {
    std::string kid, reason;
};

int revoke(const RevokeOptions& options) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    store::NewRecord record;
    record.type = "key.revoked";
    record.body = domain::toBody(domain::RevocationBody{options.kid, options.reason});
    const auto line = (*store)->append(record);
    if (!line) return report(line.error(), options.json);
    const auto delivered = deliver(**store, {*line});
    if (!delivered) return report(delivered.error(), options.json);
    return print({{"revoked", options.kid}, {"delivered", *delivered}}, "revoked: " + options.kid, options.json);
}

struct RecoverOptions : HomeOptions {
    std::string reason;
};

int recoverLog(const RecoverOptions& options) {
    auto store = openHome(options);
    if (!store) return report(store.error(), options.json);
    const auto done = sync::Engine(**store).recoverLog(options.reason);
    if (!done) return report(done.error(), options.json);
    const auto left = done->waiting + (*store)->countOffered();
    std::string text = "the log is open again, with " + std::to_string(done->logSize) +
                       " entries; every device brings back what it holds at its next sync\n";
    for (const auto& problem : done->problems) text += problem + "\n";
    return print({{"opened", true},
                  {"log_size", done->logSize},
                  {"left", left},
                  {"problems", json::array(done->problems.begin(), done->problems.end())}},
                 text, options.json);
}

// role.granted and role.withdrawn.
int change(const ChangeOptions& options, const std::string& type) {
    auto store = openFresh(options);
    if (!store) return report(store.error(), options.json);
    const auto profile = (*store)->profile();
    if (!profile) return report(profile.error(), options.json);
    const auto grant = grantOf(options, **store, *profile);
    if (!grant) return report(grant.error(), options.json);
    store::NewRecord record;
    record.type = type;
    record.body = domain::toBody(domain::RoleChangeBody{options.kid, {*grant}, options.reason});
    const auto line = (*store)->append(record);
    if (!line) return report(line.error(), options.json);
    const auto delivered = deliver(**store, {*line});
    if (!delivered) return report(delivered.error(), options.json);
    return print({{"type", type}, {"key", options.kid}, {"delivered", *delivered}}, type + ": " + options.kid,
                 options.json);
}

void addGrant(CLI::App& command, GrantOptions& options) {
    addHome(command, options);
    command.add_option("--role", options.role, "inspector, enterprise, supervisor, administrator, auditor")->required();
    command.add_option("--region", options.regions, "Region prefix (62, 6209, 620921); may be given again");
    command.add_option("--site", options.sites, "Site id; for enterprises");
}

}  // namespace

void addAdmin(CLI::App& app, int& exit) {
    auto* admin = app.add_subcommand("admin", "What administrators do");
    admin->require_subcommand(1);

    auto inviting = std::make_shared<InviteOptions>();
    auto* inviteCommand = admin->add_subcommand("invite", "Invite a person; prints the enrolment URI");
    addGrant(*inviteCommand, *inviting);
    inviteCommand->add_option("--name", inviting->name, "The person's name")->required();
    inviteCommand->add_option("--person-id", inviting->person,
                              "The id of a person who is known already: another device, another role");
    inviteCommand->add_flag("--namesake", inviting->namesake,
                            "Another person of this name is known, and this is not the same one");
    inviteCommand->add_option("--days", inviting->days, "Days that the invitation holds")
        ->capture_default_str()
        ->check(CLI::Range(1, 365));
    inviteCommand->add_option("--suite", inviting->suite,
                              "Suite of the invite key (ES256; SM2 where the deployment uses it)");
    inviteCommand->callback([inviting, &exit] { exit = invite(*inviting); });

    auto publishing = std::make_shared<PublishOptions>();
    auto* publishCommand = admin->add_subcommand("publish", "Publish checklists, sites and rounds of self-assessment");
    addHome(*publishCommand, *publishing);
    publishCommand->add_option("FILE", publishing->files, "Files (JSON): a checklist, sites, or {\"rounds\":[…]}")
        ->required();
    publishCommand->callback([publishing, &exit] { exit = publish(*publishing); });

    for (const auto& [name, type, about] :
         {std::tuple("grant", "role.granted", "Give an enrolled key another role or more regions"),
          std::tuple("withdraw", "role.withdrawn",
                     "Take from a key a role that it was given, named as it was given")}) {
        auto changing = std::make_shared<ChangeOptions>();
        auto* changeCommand = admin->add_subcommand(name, about);
        changeCommand->add_option("KID", changing->kid, "The key's id")->required();
        addGrant(*changeCommand, *changing);
        changeCommand->add_option("--reason", changing->reason, "Why")->required();
        changeCommand->callback([changing, type = std::string(type), &exit] { exit = change(*changing, type); });
    }

    auto revoking = std::make_shared<RevokeOptions>();
    auto* revokeCommand = admin->add_subcommand("revoke", "Revoke a device's key");
    addHome(*revokeCommand, *revoking);
    revokeCommand->add_option("KID", revoking->kid, "The key's id")->required();
    revokeCommand->add_option("--reason", revoking->reason, "Why")->required();
    revokeCommand->callback([revoking, &exit] { exit = revoke(*revoking); });

    auto recovering = std::make_shared<RecoverOptions>();
    auto* recoverCommand = admin->add_subcommand(
        "recover-log", "Open the log of a server that was restored from a backup: what it lost is offered again");
    addHome(*recoverCommand, *recovering);
    recoverCommand->add_option("--reason", recovering->reason, "What happened; it stands in the log for ever")
        ->required();
    recoverCommand->callback([recovering, &exit] { exit = recoverLog(*recovering); });
}

}  // namespace plumb::cli
