// Takes stored lines into the derived tables. What a line does to a row is the fold of its family (shared/records);
// here is which row that is, and whether the line can be added to it or the row has to be made again from all its
// lines: lines come in another order than the log's where one was left out by a server and fetched later, or where an
// own line waited here and got its place afterwards.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "shared/records/inspection/fold.h"
#include "shared/store/database.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

// A row of the table of inspections, with what the list shows beside the fold's own.
struct FoldedInspection {
    records::InspectionRow row;
    bool own = false;
    std::string comment;                // of the newest review that counts
    std::optional<TimePoint> reviewed;  // its author's clock
    std::int64_t rank = 0;              // of the submission
    std::int64_t through = 0;           // highest rank of a line that was folded
    std::string text;                   // what it is found by
    int threads = 0;                    // that are open at its items; not folded here (thread_fold.h)
};

class CaseFolder;
class AssessmentFolder;
class LinePayload;
class TaskFolder;
class ThreadFolder;

class Folder {
  public:
    // Both outlive this. REQUIRES: within a transaction of `tables` and one state of `store`.
    Folder(Database& tables, const TabletStore& store);
    ~Folder();

    // A line that was stored since; of whichever type.
    void take(const TabletStore::StoredLine& line);
    // A line whose place in the log, belief or refusal changed.
    void retake(const TabletStore::StoredLine& line);

  private:
    void takeSite(const RecordRow& row);
    void remakeSite(const std::string& id);
    void takePublication(const RecordRow& row);
    void takeInspection(LinePayload& line, const std::string& id);
    void remakeInspection(const std::string& id);
    std::optional<FoldedInspection> inspection(const std::string& id);
    void put(const FoldedInspection& folded);
    void remove(const std::string& id);

    Database& m_tables;
    const TabletStore& m_store;
    std::unique_ptr<CaseFolder> m_cases;
    std::unique_ptr<AssessmentFolder> m_assessments;
    std::unique_ptr<TaskFolder> m_tasks;
    std::unique_ptr<ThreadFolder> m_threads;
    std::set<std::string> m_remade;  // by this object: the lines that they were made of are all that there are
};

}  // namespace plumb::store
