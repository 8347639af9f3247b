import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import generated.ApiClient;
import generated.ApiException;
import generated.api.AssessmentsApi;
import generated.api.DossiersApi;
import generated.api.RulebookApi;
import generated.api.WebhooksApi;
import generated.api.WhatifApi;
import generated.model.*;

/**
 * What an approval workflow and a county's own system do, with nothing but the client that a generator makes of the API's
 * description. But for batches: the client can send no lines (application/x-ndjson). Compiled and run by GeneratedClientIT.
 */
public final class ApprovalWorkflow {
    private final ApiClient client = new ApiClient();
    private final String dossier;
    private final List<String> said = new ArrayList<>();

    private ApprovalWorkflow(String url, String token, String dossier) {
        client.setBasePath(url);
        client.setBearerToken(token);
        this.dossier = dossier;
    }

    /** @return what was answered, a line for each step */
    public static List<String> run(String url, String token, String dossier) throws Exception {
        ApprovalWorkflow workflow = new ApprovalWorkflow(url, token, dossier);
        workflow.check();
        workflow.rulebook();
        workflow.webhook();
        workflow.submit();
        return workflow.said;
    }

    private void check() throws ApiException {
        AssessmentsApi assessments = new AssessmentsApi(client);
        String key = UUID.randomUUID().toString();
        CreateAssessment201Response made = assessments.createAssessment(dossier, null, key, "return=minimal", "en");
        UUID again = assessments.createAssessment(dossier, null, key, "return=minimal", "en").getId();
        said.add("checked once: " + made.getId().equals(again));
        UUID id = made.getId();
        Findings findings =
                assessments.listAssessmentFindings(id, List.of("fail", "insufficient-data"), List.of("must"), null, null, null, "en");
        Set<String> outcomes = new HashSet<>();
        findings.getItems().forEach(finding -> outcomes.add(finding.getOutcome().getValue() + " " + finding.getForce().getValue()));
        said.add("narrowed by lists: " + List.of("fail must", "insufficient-data must").containsAll(outcomes)
                + ", some: " + !outcomes.isEmpty());
        Report report = assessments.getAssessmentReport(id, "en");
        said.add("a number is measured: "
                + report.getFindings().stream().anyMatch(finding -> finding.getMeasured() instanceof Number));
        String provision = findings.getItems().get(0).getProvision();
        said.add("explained: "
                + assessments.explainAssessmentFinding(id, provision, "en").getProvision().equals(provision));
        PageAssessmentLine page = assessments.listAssessments(1, null, null, null);
        said.add("listed: " + page.getItems().size() + " of " + page.getTotal());
        said.add("same day: " + report.getAsOf());

        LocalDate later = LocalDate.of(2031, 1, 1);
        UUID judged = assessments.createAssessment(dossier, later, null, "return=minimal", null).getId();
        said.add("judged at: " + assessments.getAssessmentReport(judged, null).getAsOf());
        try {
            assessments.createAssessment("kind: x", null, null, null, "en");
        } catch (ApiException problem) {
            said.add("a problem: " + problem.getCode());
        }
        WhatIf supposed = new WhatifApi(client)
                .whatIf(new WhatIfRequest().dossier(dossier).set(Map.of("county-seat-sewage-treatment-rate", 94)), "en");
        said.add("supposed: " + supposed.getChanges().get(0).getProvision());
    }

    private void rulebook() throws ApiException {
        RulebookApi rulebook = new RulebookApi(client);
        int all = rulebook.getRuleBook(null).getProvisions();
        Set<String> seen = new HashSet<>();
        String cursor = null;
        do {
            PageProvisionLine page = rulebook.listProvisions(null, null, null, 500, cursor, null, null);
            page.getItems().forEach(line -> seen.add(line.getId()));
            String next = page.getNext();
            cursor = next == null ? null : next.replaceAll(".*cursor=", "");
        } while (cursor != null);
        said.add("all provisions: " + (seen.size() == all));
    }

    private void webhook() throws ApiException {
        WebhooksApi webhooks = new WebhooksApi(client);
        WebhookRequest asked = new WebhookRequest()
                .url("https://93.184.215.14/plancheck")
                .addEventsItem(WebhookRequest.EventsEnum.DOSSIER_SUBMITTED)
                .addEventsItem(WebhookRequest.EventsEnum.DOSSIER_CONCLUDED);
        Webhook made = webhooks.createWebhook(asked, null, null);
        said.add("a webhook for " + made.getEvents() + ", its secret told: " + (made.getSecret() != null));
        webhooks.disableWebhook(made.getId(), null);
        said.add("enabled still: " + webhooks.getWebhook(made.getId(), null).getEnabled());
    }

    private void submit() throws Exception {
        DossiersApi dossiers = new DossiersApi(client);
        Dossier made = dossiers.createDossier(dossier, UUID.randomUUID().toString(), null);
        File pdf = Files.createTempFile("人口", ".pdf").toFile();
        Files.writeString(pdf.toPath(), "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
        Evidence evidence = dossiers.attachEvidence(made.getId(), "/figures/land-revenue-share", pdf, null, null);
        said.add("evidence: " + evidence.getMediaType() + " of the name " + evidence.getName().equals(pdf.getName()));
        Revision revision = dossiers.submitDossier(made.getId(), null, UUID.randomUUID().toString(), null);
        said.add("revision " + revision.getNumber() + ": " + revision.getVerdict());
        PageDossier page = dossiers.listDossiers("620821", List.of("submitted", "returned"), 500, null, null, null);
        said.add("listed by state and place: "
                + page.getItems().stream().anyMatch(line -> line.getId().equals(made.getId())));
        said.add("read back: " + Files.readString(dossiers.getRevisionDossier(made.getId(), 1, null).toPath()).equals(dossier));
        said.add("trail: " + dossiers.getTrail(made.getId(), null).getItems().size());
    }
}
