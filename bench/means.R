# Means with design-based standard errors of some items by office, by R survey, on the file of bench/means.ts.
# Rscript bench/means.R FILE ITEM... prints one JSON line: seconds for reading, for the design, and for each item.
suppressMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
file <- arguments[1]
items <- arguments[-1]
seconds <- function(work) unname(system.time(work)["elapsed"])

reading <- seconds({
  header <- strsplit(readLines(file, n = 1), ",")[[1]]
  wanted <- c("stratum", "psu", "weight", "office", items)
  classes <- ifelse(header %in% wanted, "character", "NULL")
  data <- read.csv(file, colClasses = classes, encoding = "UTF-8")
})
data$weight <- as.numeric(data$weight)
for (item in items) {
  data[[item]][data[[item]] %in% c("", "6")] <- NA
  data[[item]] <- as.numeric(data[[item]])
}
designing <- seconds(design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = data))
results <- lapply(items, function(item) {
  time <- seconds(table <- svyby(reformulate(item), ~office, design, svymean, na.rm = TRUE))
  first <- table[table$office == "o1", ]
  sprintf('{"item":"%s","seconds":%.3f,"mean":%.17g,"se":%.17g}', item, time, first[[item]], first$se)
})
cat(sprintf(
  '{"survey":"%s","r":"%s","reading":%.3f,"design":%.3f,"items":[%s]}\n',
  packageVersion("survey"), getRversion(), reading, designing, paste(results, collapse = ",")
))
