// A panel of experts that scores one acceptance (专家评分): who is on it and by which rule (panel.assigned), each
// expert's own sheet (panel.scored), and that no more are waited for (panel.closed); RECORDS.md. Each scores
// independently: until all have handed in, or the panel was closed, a sheet is given out to nobody but its author. That
// is the server's doing (query/entry_rights.h): its operator reads what comes in, and experts may talk to each other.
// What is proved is whose each sheet is and that nobody changed hers after others were known. Pure; any thread.
#pragma once

#include "shared/records/believed.h"
#include "shared/records/panel/rule.h"

namespace plumb::records {

inline constexpr std::string_view kPanelAssigned = "panel.assigned", kPanelScored = "panel.scored",
                                  kPanelClosed = "panel.closed";
bool isPanel(std::string_view type);
inline constexpr std::size_t kMostOpinionBytes = 3'000;

struct Panel {
    std::string of;         // record id of the inspection
    std::string programme;  // whose rule it is
    PanelRule rule;
    std::vector<std::string> experts;  // ids, as many as the rule says
    Day until{};                       // by when they are asked to hand in
    std::string person;                // who says so: the author herself (planning/persons.h), who is not on it

    [[nodiscard]] bool has(std::string_view expert) const;
    friend bool operator==(const Panel&, const Panel&) = default;
};
// bad_payload with the member's path.
Result<Panel> readPanel(const json::object& body);
json::object toBody(const Panel& panel);

struct CriterionScore {
    std::string id;
    std::int64_t points = 0;

    friend bool operator==(const CriterionScore&, const CriterionScore&) = default;
};
struct PanelScored {
    std::string of;      // record id of panel.assigned
    std::string person;  // the expert, who is the author
    std::vector<CriterionScore> points;
    std::string opinion;  // ""

    [[nodiscard]] std::int64_t total() const;
    friend bool operator==(const PanelScored&, const PanelScored&) = default;
};
Result<PanelScored> readPanelScored(const json::object& body);
json::object toBody(const PanelScored& scored);

struct PanelClosed {
    std::string of, person, reason;

    friend bool operator==(const PanelClosed&, const PanelClosed&) = default;
};
Result<PanelClosed> readPanelClosed(const json::object& body);
json::object toBody(const PanelClosed& closed);

struct PanelSheet {
    std::string id, kid;  // of the record, and its author's key
    PanelScored says;
    Instant at;

    friend bool operator==(const PanelSheet&, const PanelSheet&) = default;
};

struct PanelRow {
    std::string id, site, region;
    Panel says;
    std::string kid;
    Instant at;
    std::vector<PanelSheet> sheets;  // in the order in which they were handed in
    std::string closed;              // record id; "": it was not
    std::string closeReason;

    [[nodiscard]] const PanelSheet* sheetOf(std::string_view expert) const;
    // All have handed in, or nobody is waited for any more: sheets may be read, and none is taken.
    [[nodiscard]] bool isOver() const { return !closed.empty() || sheets.size() == says.experts.size(); }
    friend bool operator==(const PanelRow&, const PanelRow&) = default;
};

// The panel that a line is about; "": none.
std::string panelOf(const record::Payload& payload);
// Codes: panel_unknown, panel_over, panel_not_yours (no expert of it), panel_scored (she handed in already),
// panel_points (not the rule's criteria, or more points than one has).
Result<void> mayChangePanel(const std::optional<PanelRow>& row, const record::Payload& payload);
// Takes the line in, where it may. True: the row is another now.
bool foldPanel(std::optional<PanelRow>& row, const BelievedLine& line);

json::object toJson(const PanelRow& row);
// Takes what toJson() gave; throws for anything else.
PanelRow panelFromJson(const json::object& object);

}  // namespace plumb::records
