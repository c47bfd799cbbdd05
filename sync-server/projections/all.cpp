#include "sync-server/projections/all.h"

#include "sync-server/projections/assessments/assessments_projection.h"
#include "sync-server/projections/cases/cases_projection.h"
#include "sync-server/projections/checklists/checklists_projection.h"
#include "sync-server/projections/checks/checks_projection.h"
#include "sync-server/projections/complaints/complaints_projection.h"
#include "sync-server/projections/disposals/disposals_projection.h"
#include "sync-server/projections/documents/documents_projection.h"
#include "sync-server/projections/draws/draws_projection.h"
#include "sync-server/projections/feedback/feedback_projection.h"
#include "sync-server/projections/files/files_projection.h"
#include "sync-server/projections/inspections/inspections_projection.h"
#include "sync-server/projections/panels/panels_projection.h"
#include "sync-server/projections/plans/plans_projection.h"
#include "sync-server/projections/proposals/proposals_projection.h"
#include "sync-server/projections/publications/publications_projection.h"
#include "sync-server/projections/published/published_projection.h"
#include "sync-server/projections/ratings/ratings_projection.h"
#include "sync-server/projections/referrals/referrals_projection.h"
#include "sync-server/projections/rounds/rounds_projection.h"
#include "sync-server/projections/sites/sites_projection.h"
#include "sync-server/projections/statistics/statistics_projection.h"
#include "sync-server/projections/tasks/tasks_projection.h"

namespace plumb::server {

Projections allProjections(StoreWriter& writer) {
    Projections out;
    out.push_back(std::make_unique<PublicationsProjection>(writer));
    out.push_back(std::make_unique<SitesProjection>(writer));
    out.push_back(std::make_unique<ChecklistsProjection>(writer));
    out.push_back(std::make_unique<FilesProjection>(writer));
    out.push_back(std::make_unique<InspectionsProjection>(writer));
    out.push_back(std::make_unique<CasesProjection>(writer));
    out.push_back(std::make_unique<AssessmentsProjection>(writer));
    out.push_back(std::make_unique<RoundsProjection>(writer));
    out.push_back(std::make_unique<ProposalsProjection>(writer));
    out.push_back(std::make_unique<DocumentsProjection>(writer));
    out.push_back(std::make_unique<ChecksProjection>(writer));
    out.push_back(std::make_unique<TasksProjection>(writer));
    out.push_back(std::make_unique<DrawsProjection>(writer));
    out.push_back(std::make_unique<PlansProjection>(writer));
    out.push_back(std::make_unique<PublishedProjection>(writer));
    out.push_back(std::make_unique<FeedbackProjection>(writer));
    out.push_back(std::make_unique<ComplaintsProjection>(writer));
    out.push_back(std::make_unique<RatingsProjection>(writer));
    out.push_back(std::make_unique<PanelsProjection>(writer));
    out.push_back(std::make_unique<ReferralsProjection>(writer));
    out.push_back(std::make_unique<DisposalsProjection>(writer));
    out.push_back(std::make_unique<StatisticsProjection>(writer));
    return out;
}

}  // namespace plumb::server
