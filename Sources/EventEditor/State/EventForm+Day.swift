import EventModel

extension EventForm {
  /// A form for a new event on a day; its time is still to be written.
  static func new(on day: CivilDay, _ context: DateContext) -> EventForm {
    var form = EventForm.new(context)
    form.starts = TextField(day.isoText + " ")
    form.remember(in: context)
    return form
  }
}
