using System.Text.Json;

namespace Voc.Api.Surveys;

/// <summary>A survey in a list; <see cref="State"/> is <c>draft</c>, <c>open</c>, <c>paused</c> or <c>closed</c>.</summary>
internal sealed record SurveyInfo(
    int Id, string Name, string State, bool Published, string Url, JsonElement Settings, int Questions, long Answers, long Invitations, long InvitationsAnswered,
    DateTimeOffset CreatedAt, DateTimeOffset? LastAnswerAt);

internal sealed record NewSurvey(string? Name, JsonElement? Settings);

internal sealed record SurveyChange(JsonElement? Settings, bool? Published);

internal sealed record SurveyDraft(JsonElement? Settings, string? Lang);

/// <summary>The page as it would be shown.</summary>
internal sealed record SurveyPreview(string Html);

/// <summary>People to invite; what identifies them is kept as a pseudonym only.</summary>
internal sealed record NewInvitations(IReadOnlyList<NewInvitation>? Recipients);

internal sealed record NewInvitation(string? Customer, string? Segment);

/// <summary>A link that can be answered once. It is in this answer alone.</summary>
internal sealed record Invitation(string? Customer, string? Segment, string Url);

/// <summary>A figure with its 95 % interval; −100 to 100 for NPS, a share from 0 to 1 for CSAT and CES. Null without answers.</summary>
internal sealed record SurveyFigure(long Answers, double? Value, double? Low, double? High, double? Mean);

internal sealed record SurveyGroupFigure(string Name, SurveyFigure Figure);

/// <summary>Figures by what was chosen in <see cref="By"/>, or by the groups of the invitations where that is null.</summary>
internal sealed record SurveySegments(string? By, string? Label, IReadOnlyList<SurveyGroupFigure> Groups);

internal sealed record SurveyCount(string Label, long Count);

/// <summary>What was answered to one question; <see cref="Counts"/> are of each number or option in order.</summary>
internal sealed record SurveyQuestionResult(
    string Name, string Kind, string Label, SurveyFigure? Overall, IReadOnlyList<SurveyCount> Counts, IReadOnlyList<SurveyGroupFigure> Months, IReadOnlyList<SurveySegments> Segments);

internal sealed record SurveyResult(SurveyInfo Survey, IReadOnlyList<SurveyQuestionResult> Questions);
