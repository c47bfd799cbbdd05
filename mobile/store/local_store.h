// The vault's desk: everything that reads or writes the person's store, as plain blocking functions. It lives on the
// vault thread and is used there alone; backend.h brings work to it and answers back. Failures of the machinery throw
// and are caught at that edge.
#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include "mobile/store/types.h"

namespace plumb::mobile {

// The setting by which the store remembers where the person was, so that a killed app comes back there.
inline constexpr const char* kOpenDraft = "open_draft";

class Desk {
  public:
    Desk(std::filesystem::path home, Clock clock) : m_home(std::move(home)), m_clock(std::move(clock)) {}

    // --- people (desk_people.cpp)
    Result<std::vector<PersonFact>> people() const;
    struct Unlocked {
        SessionFact session;
        std::filesystem::path folder;
        crypto::DataKey key;
    };
    Result<Unlocked> unlock(const QString& folder, const std::string& pin);
    // Asks for the PIN again, for signing; counted like an unlock.
    Result<void> confirmPin(const std::string& pin);
    // Until when no PIN is taken, ms since 1970; 0 when one is.
    Result<qint64> pinWait() const;
    Result<void> changePin(const std::string& oldPin, const std::string& newPin);
    void lock();

    // --- what was published (desk_reference.cpp)
    Result<std::vector<store::Site>> sites();
    Result<std::vector<store::PublishedChecklist>> checklists();

    // --- drafts (desk_drafts.cpp, desk_opening.cpp)
    Result<QString> begin(const QString& site, const QString& checklist);
    Result<QString> amend(const QString& record);
    Result<OpenedDraft> open(const QString& draft);
    Result<void> closeDraft();
    Result<void> save(const QString& draft, const std::vector<store::DraftEntry>& entries);
    // Sealed, and not yet the draft's: that is saved together with its entry of the trail.
    Result<store::Photo> importPhoto(const QString& item, const QString& path);
    // A file that is an answer by itself; `picture`: nothing but a picture is taken.
    Result<store::FileRow> importFile(const QString& path, bool picture);
    Result<void> discard(const QString& draft);
    Result<std::optional<NewerFact>> newerVersion(const QString& draft);
    // Both give the draft as it is then.
    Result<OpenedDraft> moveToVersion(const QString& draft, const Sha256& newer);
    Result<OpenedDraft> stayOnVersion(const QString& draft, const Sha256& newer);
    struct SignOrder {
        QString draft, pin, partyName, partyRole, refusedReason, witness, reason;
        QStringList team;
        QByteArray signature;  // PNG; empty where refused
    };
    struct Sealed {
        QString id, hash;
    };
    Result<Sealed> sign(const SignOrder& order);

    // --- records (desk_records.cpp, record_detail.cpp)
    Result<TodayFact> today();
    Result<std::vector<RecordFact>> records(std::size_t offset, std::size_t limit);
    // Those that a search found, in its order; one that is not there any more is left out.
    Result<std::vector<RecordFact>> recordsOf(const QStringList& ids);
    Result<RecordDetail> record(const QString& id);
    Result<QueueFact> queue();
    // Each own record that the server lacks, or lacks files of, as a bundle without the log's proof in HOME/export
    // (desk_export.cpp).
    struct Exported {
        QString folder;
        int records = 0;
    };
    Result<Exported> exportUnsent();

    [[nodiscard]] Instant now() const { return m_clock(); }

  private:
    Result<store::TabletStore*> opened() const;
    Result<std::shared_ptr<const checklist::Checklist>> document(const Sha256& sha256);
    DraftFact factOf(const store::InspectionDraft& draft, const checklist::Checklist& checklist,
                     const QString& siteName) const;
    Result<RecordFact> factOf(const store::RecordRow& submission);
    struct Versions {
        std::vector<store::RecordRow> rows;  // the submission, amendments and reviews, in log order as far as known
        std::vector<domain::StoryLine> lines;
        domain::Story story;
    };
    Result<Versions> versionsOf(const store::RecordRow& submission);
    Result<void> addLastVisit(OpenedDraft& opened);
    Result<void> addVersions(OpenedDraft& opened);
    Result<std::optional<NewerFact>> newerOf(const store::InspectionDraft& draft);
    void readItems(RecordDetail& detail, const record::Payload& payload, const checklist::Checklist& checklist,
                   const checklist::Score& score);
    const store::PhotoFacts& factsOf(const Sha256& photo);
    void verify(RecordDetail& detail, const store::RecordRow& row, const record::Payload& payload);
    const std::string& siteName(const std::string& id);
    [[nodiscard]] std::size_t published(const char* type) const;
    void forgetReference();

    std::filesystem::path m_home;
    Clock m_clock;
    std::filesystem::path m_folder;
    std::unique_ptr<store::TabletStore> m_store;
    std::map<std::string, std::shared_ptr<const checklist::Checklist>> m_documents;  // by hash; immutable
    std::map<std::string, std::string> m_siteNames;
    std::map<Sha256, store::PhotoFacts> m_photoFacts;  // of photos that were shown; immutable
    std::optional<int> m_siteCount, m_checklistCount;  // as last read
    // What was published, as it was last judged, and by how many lines of trust and reference: judging each of them
    // from the root again is for when there are more.
    std::optional<std::vector<store::Site>> m_sites;
    std::optional<std::vector<store::PublishedChecklist>> m_checklists;
    std::size_t m_sitesFrom = 0, m_checklistsFrom = 0;
};

}  // namespace plumb::mobile
