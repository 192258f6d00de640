import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { collectDefaultMetrics, register } from 'prom-client'
import restify from 'restify'

// The baseline of the benchmarks: the least a bot on this adapter can do. It says back what it was told.
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
  response.send(200)
})
collectDefaultMetrics()
server.get('/metrics', async (_request: restify.Request, response: restify.Response) => {
  response.sendRaw(200, await register.metrics(), { 'Content-Type': register.contentType })
})
server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
  await adapter.process(request, response, async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(context.activity.text)
  })
})
server.listen(Number(process.argv[2]), '127.0.0.1')
