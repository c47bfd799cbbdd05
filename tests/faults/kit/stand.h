// An inspector's tablet and a server in this process, both with their real stores and handlers, that can be set back to
// one state again and again: the checklist is there, a draft is filled but for its photo, the tablet has synced. What
// is done to it afterwards is compared with a run that nothing disturbed.
#pragma once

#include "tests/unit/sync/kit/tablet.h"

namespace plumb::faults {

class Stand {
  public:
    Stand();

    // Both sides as they were, and opened.
    void reset();
    // What another start of the program finds.
    void restartTablet();
    void restartServer();
    // Both closed, so that their folders can be exchanged.
    void close();
    void open();
    [[nodiscard]] std::filesystem::path tabletFolder() const { return m_tabletFolder; }
    [[nodiscard]] std::filesystem::path serverFolder() const { return m_serverFolder; }

    // Takes the photo in, and signs. Throws where the machinery is broken.
    Result<record::Line> sign();
    Result<sync::Report> sync() { return m_tablet->sync(); }
    // The inspection as the store has it: signed, or still a draft.
    [[nodiscard]] std::vector<store::RecordRow> inspections() const;
    [[nodiscard]] bool hasDraft() const { return m_tablet->store->draft(m_draft).has_value(); }

    [[nodiscard]] store::TabletStore& store() { return *m_tablet->store; }
    [[nodiscard]] sync::kit::World& world() { return m_world; }

    // What both sides hold, in words that are the same for every run that ends well: each line of the log and what the
    // tablet knows of it, files, drafts, checkpoints; and what is wrong: lines that are lost, doubled or not the same
    // on both sides, files that are not what their hash says, whatever plumbserver check would find. Closes both sides.
    [[nodiscard]] std::string account();

  private:
    void keep();

    sync::kit::World m_world;
    std::optional<sync::kit::Tablet> m_tablet;
    server::kit::TempFolder m_kept;
    std::filesystem::path m_tabletFolder, m_serverFolder;
    std::string m_draft;
};

}  // namespace plumb::faults
